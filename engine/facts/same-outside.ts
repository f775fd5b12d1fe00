/** Whether an edit left a file's facts alone but for what lies in the statements that it replaced. */
import type { FileFacts, RegexUseFact, Span } from "./facts.js";
import { isSamePlace, isWithin, type Replaced } from "./replaced.js";

/** Everything that is numbered, by what numbers it. */
const NUMBERED = ["functions", "classes", "mentions", "calls", "guards"] as const;
type Numbered = (typeof NUMBERED)[number];

/** What the numbers under these names count; `member` and `parent` depend on where they stand. */
const COUNTS: Readonly<Record<string, Numbered>> = {
  function: "functions",
  calleeFunction: "functions",
  class: "classes",
  mention: "mentions",
  callee: "mentions",
  key: "mentions",
  flag: "mentions",
  extends: "mentions",
  implements: "mentions",
  member: "mentions",
  call: "calls",
  calleeCall: "calls",
  guard: "guards",
};

const OFFSETS = new Set(["start", "end", "offset", "nameOffset"]);

/** Facts outside of what was replaced are the same but for their places and numbers. */
export function areSameOutside(before: FileFacts, after: FileFacts, replaced: Replaced): boolean {
  const numbers = new Map<Numbered, ReadonlyMap<number, number>>();
  for (const kind of NUMBERED) {
    const then = outside(before[kind], replaced.before, kind);
    const now = outside(after[kind], replaced.after, kind);
    if (then.length !== now.length) return false;
    numbers.set(kind, new Map(then.map((id, rank) => [id, now[rank] ?? -1])));
  }
  const comparison = new Comparison(replaced, numbers);
  return (
    NUMBERED.every((kind) =>
      [...(numbers.get(kind) ?? [])].every(([then, now]) =>
        comparison.isSame(before[kind][then], after[kind][now], kind),
      ),
    ) &&
    comparison.isSame(
      before.loops.filter((loop) => !isInside(loop, replaced.before)),
      after.loops.filter((loop) => !isInside(loop, replaced.after)),
    ) &&
    comparison.isSame(
      before.lists.filter((list) => !isInside(list, replaced.before)),
      after.lists.filter((list) => !isInside(list, replaced.after)),
    ) &&
    comparison.isSame(
      before.constants.filter((constant) => !isInside(constant, replaced.before)),
      after.constants.filter((constant) => !isInside(constant, replaced.after)),
    ) &&
    comparison.isSame(
      before.repeatedWork.filter((work) => !isInside(work, replaced.before)),
      after.repeatedWork.filter((work) => !isInside(work, replaced.after)),
    ) &&
    comparison.isSame(regexUsesOutside(before, replaced.before), regexUsesOutside(after, replaced.after)) &&
    comparison.isSame(before.environmentTests, after.environmentTests) &&
    comparison.isSame(before.taggedDeclarations, after.taggedDeclarations) &&
    comparison.isSame(before.directives, after.directives) &&
    before.modules.join("\n") === after.modules.join("\n") &&
    [...(numbers.get("calls") ?? [])].every(([then, now]) => comparison.isSame(before.passed[then], after.passed[now]))
  );
}

function regexUsesOutside({ regexUses, calls }: FileFacts, span: Span): readonly RegexUseFact[] {
  return regexUses.filter(({ call }) => !isInside(calls[call] ?? {}, span));
}

/** Indices of the items that are not inside; the first function is the module around it all. */
function outside(items: readonly Item[], span: Span, kind: Numbered): number[] {
  return items.flatMap((item, id) => (isInside(item, span) && !(kind === "functions" && id === 0) ? [] : [id]));
}

interface Item {
  readonly span?: Span;
  readonly offset?: number;
  readonly name?: string;
}

function isInside({ span: own, offset = own?.start ?? -1, name }: Item, span: Span): boolean {
  // What is still to be written has no name, and stands where the next thing begins.
  const isMissing = offset === span.end && (name === "" || own?.end === offset);
  return isMissing || isWithin(offset, span);
}

class Comparison {
  readonly #replaced: Replaced;
  readonly #numbers: ReadonlyMap<Numbered, ReadonlyMap<number, number>>;

  constructor(replaced: Replaced, numbers: ReadonlyMap<Numbered, ReadonlyMap<number, number>>) {
    this.#replaced = replaced;
    this.#numbers = numbers;
  }

  /** @param kind of the numbered item that is compared */
  isSame(before: unknown, after: unknown, kind?: Numbered, name = ""): boolean {
    if (typeof before === "number" && typeof after === "number") return this.isSameNumber(before, after, kind, name);
    if (typeof before !== "object" || typeof after !== "object" || before === null || after === null)
      return before === after;
    if (Array.isArray(before) || Array.isArray(after)) {
      if (!Array.isArray(before) || !Array.isArray(after)) return false;
      const [then, now] = name === "awaits" ? this.awaitsOutside(before, after) : [before, after];
      return then.length === now.length && then.every((item, index) => this.isSame(item, now[index], kind, name));
    }
    const then = before as Readonly<Record<string, unknown>>;
    const now = after as Readonly<Record<string, unknown>>;
    const names = Object.keys(then);
    const others = Object.keys(now);
    // The first await of a function is in what was replaced, or the last one was.
    const isOptional = (key: string): boolean => key === "awaits";
    return (
      names.every((key) => key in now || isOptional(key)) &&
      others.every((key) => key in then || isOptional(key)) &&
      // An item's own number is its place; a comment's line follows from its offset.
      names.every((key) => key === "id" || key === "line" || this.isSame(then[key] ?? [], now[key] ?? [], kind, key))
    );
  }

  private isSameNumber(before: number, after: number, kind: Numbered | undefined, name: string): boolean {
    if (OFFSETS.has(name) || name === "awaits") return isSamePlace(before, after, this.#replaced);
    const counted = name === "parent" ? kind : COUNTS[name];
    return counted ? this.#numbers.get(counted)?.get(before) === after : before === after;
  }

  private awaitsOutside(before: readonly unknown[], after: readonly unknown[]): readonly (readonly unknown[])[] {
    const { before: then, after: now } = this.#replaced;
    return [
      before.filter((offset) => !isWithin(Number(offset), then)),
      after.filter((offset) => !isWithin(Number(offset), now)),
    ];
  }
}
