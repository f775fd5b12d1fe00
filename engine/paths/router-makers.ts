/** The calls that make what is mounted, in functions and classes that make routers for several: `app.use("/users", crud<User>(users))`. */
import type { CallFact, MentionId, ValueFact } from "../facts/facts.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import type { Search } from "./search.js";
import { isInside } from "./visits.js";

/** What is mounted is made in few steps. */
const MAX_DEPTH = 4;

export class RouterMakers {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** The calls that the arguments of one are made by. */
  of({ file, fact }: Visit["call"]): readonly Visit["call"][] {
    return fact.arguments.flatMap((value) => this.makersOf(file, value, 0));
  }

  private makersOf(file: SourceFile, value: ValueFact, depth: number): readonly Visit["call"][] {
    if (depth > MAX_DEPTH) return [];
    if (value.is === "call") {
      const fact = file.facts.calls[value.call];
      if (!fact) return [];
      const on = fact.callee === undefined ? undefined : this.receiver(file, fact.callee);
      return [...(on ? this.makersOf(file, on, depth + 1) : []), { file, fact }];
    }
    if (value.is !== "mention") return [];
    const on = this.receiver(file, value.mention);
    return on ? this.makersOf(file, on, depth + 1) : this.held(file, value.mention, depth);
  }

  /** What a member is of: a name, or what a call gives. */
  private receiver(file: SourceFile, member: MentionId): ValueFact | undefined {
    const mention = receiverOf(file, member);
    if (mention !== undefined) return { is: "mention", mention };
    const call = file.facts.calls.find(({ site }) => site.to === "receiver" && site.member === member);
    return call && { is: "call", call: call.id };
  }

  /** What made the variable's value, here or in the file that it is imported from. */
  private held(file: SourceFile, id: MentionId, depth: number): readonly Visit["call"][] {
    const mention = file.facts.mentions[id];
    if (!mention) return [];
    const isHeld = ({ site, function: around }: CallFact): boolean =>
      site.to === "variable" && site.name === mention.name && isInside(file, mention.function, around);
    const own = file.facts.calls.filter(isHeld);
    if (own.length > 0)
      return own.slice(0, 1).flatMap(({ id: call }) => this.makersOf(file, { is: "call", call }, depth + 1));
    const answer = this.#search.inquiry.answered({ ask: "mention", file: file.path, offset: mention.offset }) ?? [];
    for (const reference of answer) {
      const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
      const made = target?.facts.calls.find(
        ({ site }) => "offset" in site && reference.is === "declared" && site.offset === reference.at.offset,
      );
      if (target && made) return this.makersOf(target, { is: "call", call: made.id }, depth + 1);
    }
    return [];
  }
}
