/** Branches that are taken in development or tests only. */
import type { CallFact } from "../facts/facts.js";
import type { GuardRef, SourceFile } from "./graph.js";
import type { Search } from "./search.js";

export class Guards {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** The guards around a call, whose flags are asked about along with the next batch. */
  guardsOf(file: SourceFile, { guard }: CallFact): GuardRef[] {
    if (guard === undefined) return [];
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const flag = file.facts.guards[at]?.flag;
      const mention = flag === undefined ? undefined : file.facts.mentions[flag];
      if (mention && this.#search.index.couldTellEnvironment(mention.name))
        this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    }
    return [{ file, guard }];
  }

  isDevelopmentOnly(file: SourceFile, guard: number): boolean {
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const fact = file.facts.guards[at];
      if (fact?.environment === "development") return true;
      const mention = fact?.flag === undefined ? undefined : file.facts.mentions[fact.flag];
      const answer =
        mention && this.#search.inquiry.answered({ ask: "mention", file: file.path, offset: mention.offset });
      for (const reference of answer ?? []) {
        const environment =
          reference.is === "declared" && reference.steps.length === 0
            ? this.#search.index.environmentAt(reference.at)
            : undefined;
        if (environment === (fact?.isNegated === true ? "production" : "development")) return true;
      }
    }
    return false;
  }
}
