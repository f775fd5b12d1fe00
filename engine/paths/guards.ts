/** Branches that are taken in development or tests only, or on another thread or in another process. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { Framework } from "../entrypoints/framework.js";
import type { CallFact, GuardFact } from "../facts/facts.js";
import type { GuardRef, SourceFile } from "./graph.js";
import type { Search } from "./search.js";

export class Guards {
  readonly #search: Search;
  /** The frameworks that tell threads and processes apart, by the names that do. */
  readonly #placeTests: ReadonlyMap<string, Framework>;

  constructor(search: Search) {
    this.#search = search;
    this.#placeTests = new Map(
      search.knowledge.frameworks.flatMap((framework) =>
        Object.keys(framework.placeTests ?? {}).map((name) => [name, framework] as const),
      ),
    );
  }

  /** The guards around a call, whose flags are asked about along with the next batch. */
  guardsOf(file: SourceFile, { guard }: CallFact): GuardRef[] {
    if (guard === undefined) return [];
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const flag = file.facts.guards[at]?.flag;
      const mention = flag === undefined ? undefined : file.facts.mentions[flag];
      const isTelling =
        mention && (this.#search.index.couldTellEnvironment(mention.name) || this.#placeTests.has(mention.name));
      if (isTelling) this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
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

  /** Whether the branch is taken on another thread or in another process than the one that serves. */
  isElsewhere(file: SourceFile, guard: number): boolean {
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const fact = file.facts.guards[at];
      const place = fact && this.placeOf(file, fact);
      if (place !== undefined && (place === "elsewhere") !== (fact?.isNegated === true)) return true;
    }
    return false;
  }

  /** Whether the file serves and is run by a worker, and tells the one from the other. */
  tellsPlaces(file: SourceFile): boolean {
    return file.facts.guards.some((fact) => this.placeTestOf(file, fact)?.place === "serving");
  }

  private placeOf(file: SourceFile, fact: GuardFact): "serving" | "elsewhere" | undefined {
    const test = this.placeTestOf(file, fact);
    const answer =
      test && this.#search.inquiry.answered({ ask: "mention", file: file.path, offset: test.mention.offset });
    const isMeant = answer?.some(
      (reference) => reference.is === "external" && test?.framework.modules.includes(canonicalModule(reference.module)),
    );
    return isMeant === true ? test?.place : undefined;
  }

  private placeTestOf(file: SourceFile, { flag }: GuardFact) {
    const mention = flag === undefined ? undefined : file.facts.mentions[flag];
    const framework = mention && this.#placeTests.get(mention.name);
    const place = framework?.placeTests?.[mention?.name ?? ""];
    return mention && framework && place ? { mention, framework, place } : undefined;
  }
}
