/** Loops over lists that are written out: what the names that they bind stand for in each turn. */
import type { BindingFact, CallFact, MentionFact, Site, Span, ValueFact } from "../facts/facts.js";
import { isWithin } from "../facts/replaced.js";
import { ELEMENT } from "../reference.js";
import { listings } from "./containers.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { functionAround, isInside } from "./visits.js";

/** One turn of a loop. */
export interface Turn {
  readonly file: SourceFile;
  /** Where the names are known. */
  readonly span: Span;
  readonly bindings: readonly BindingFact[];
  readonly element: ValueFact;
}

/** A loop, with the list that it goes through. */
interface WrittenLoop {
  readonly span: Span;
  readonly bindings: readonly BindingFact[];
  readonly elements: readonly ValueFact[];
}

/** Where a list goes that a loop goes through. */
const MAY_LOOP: ReadonlySet<Site["to"]> = new Set(["iterated", "receiver"]);

/** Members of arrays that call their argument with every element. */
const ITERATING: ReadonlySet<string> = new Set(["forEach", "map", "flatMap"]);

/** More turns than these are of no help to a person. */
const MAX_TURNS = 100;

const written = new WeakMap<SourceFile, readonly WrittenLoop[]>();

/** The turns in which calls are made: one for each element of each of the lists around; a single empty one without. */
export function turnsAround(calls: readonly Visit["call"][]): readonly (readonly Turn[])[] {
  let turns: readonly (readonly Turn[])[] = [[]];
  for (const { file, fact } of calls) {
    for (const { span, bindings, elements } of loopsIn(file)) {
      if (fact.span.start < span.start || fact.span.end > span.end) continue;
      if (turns.length * elements.length > MAX_TURNS) return [[]];
      turns = turns.flatMap((outer) => elements.map((element) => [...outer, { file, span, bindings, element }]));
    }
  }
  return turns;
}

/** The value that a name has in a turn, and the members that lead on from there. */
export function turnOf(
  turns: readonly Turn[],
  file: SourceFile,
  name: string,
  offset: number,
): { readonly value: ValueFact; readonly member: readonly string[] } | undefined {
  for (const turn of turns.toReversed()) {
    if (turn.file !== file || offset < turn.span.start || offset >= turn.span.end) continue;
    const binding = turn.bindings.find((candidate) => candidate.name === name);
    if (binding) return { value: turn.element, member: numbered(binding, turn.bindings) };
  }
  return undefined;
}

/** The texts that a key stands for in the turns of the loop that it comes from: `name` in `this[name]`. */
export function keyTexts(file: SourceFile, { name, offset }: MentionFact): readonly string[] {
  return loopsIn(file).flatMap(({ span, bindings, elements }) =>
    isWithin(offset, span) && bindings.some((binding) => binding.name === name && binding.member.length === 0)
      ? elements.flatMap((element) => (element.is === "string" ? [element.value] : []))
      : [],
  );
}

/** `[path, handler]`: which of the elements it is. */
function numbered(binding: BindingFact, bindings: readonly BindingFact[]): readonly string[] {
  if (binding.member[0] !== ELEMENT) return binding.member;
  return [String(bindings.indexOf(binding)), ...binding.member.slice(1)];
}

// ── Loops ───────────────────────────────────────────────────────────────────────────────────────

function loopsIn(file: SourceFile): readonly WrittenLoop[] {
  const known = written.get(file);
  if (known) return known;
  const { calls, lists, mentions } = file.facts;
  const loops = [
    ...lists.flatMap((list) => loopAt(file, list.site, list.value)),
    ...(lists.some(({ site }) => site.to === "variable")
      ? mentions.flatMap((mention) =>
          MAY_LOOP.has(mention.site.to) ? loopAt(file, mention.site, listIn(file, mention)) : [],
        )
      : []),
    ...calls.flatMap((call) => loopAt(file, call.site, listedBy(file, call))),
  ];
  written.set(file, loops);
  return loops;
}

/** The loop that goes through what goes there. */
function loopAt(file: SourceFile, site: Site, list: ValueFact | undefined): WrittenLoop[] {
  if (list?.is !== "array" || list.elements.some(({ is }) => is === "spread")) return [];
  const { elements } = list;
  if (site.to === "iterated") {
    const [binding] = site.bindings;
    // The innermost loop begins last.
    const loop = file.facts.loops.findLast(
      ({ kind, span }) => kind === "for-of" && binding && span.start <= binding.offset && binding.offset < span.end,
    );
    return loop ? [{ span: loop.span, bindings: site.bindings, elements }] : [];
  }
  const member = site.to === "receiver" ? file.facts.mentions[site.member] : undefined;
  const call = member?.site.to === "callee" ? file.facts.calls[member.site.call] : undefined;
  const [callback] = call?.arguments ?? [];
  if (!member || !ITERATING.has(member.name) || callback?.is !== "function") return [];
  const fact = file.facts.functions[callback.function];
  const [parameter] = fact?.parameters ?? [];
  if (!fact || !parameter) return [];
  const { name, offset, bindings = [] } = parameter;
  return [{ span: fact.span, bindings: name === undefined ? bindings : [{ member: [], name, offset }], elements }];
}

/** What the variable that is mentioned is initialised with. */
export function listIn(file: SourceFile, { name, function: id }: Pick<MentionFact, "name" | "function">) {
  const { calls, lists, mentions } = file.facts;
  const isDeclared = ({ site }: { readonly site: Site }): boolean =>
    site.to === "variable" && site.name === name && site.isReference !== true;
  const [list, other] = lists.filter(isDeclared);
  // Of several variables of one name nobody says here which one is meant.
  if (!list || other || !isInside(file, id, functionAround(file, list.offset))) return undefined;
  return calls.some(isDeclared) || mentions.some(isDeclared) ? undefined : list.value;
}

/** What `Object.entries(…)` gives. */
function listedBy(file: SourceFile, { callee, arguments: [first] }: CallFact): ValueFact | undefined {
  const member = callee === undefined ? undefined : file.facts.mentions[callee];
  const receiver = callee === undefined ? undefined : receiverOf(file, callee);
  if (!first || !member || !listings.has(member.name) || receiver === undefined) return undefined;
  if (file.facts.mentions[receiver]?.name !== "Object") return undefined;
  const mention = first.is === "mention" ? file.facts.mentions[first.mention] : undefined;
  const named = mention ? listIn(file, mention) : first;
  if (named?.is !== "object") return undefined;
  const elements = named.properties.map(({ name, value }): ValueFact =>
    member.name === "entries" ? { is: "array", elements: [{ is: "string", value: name }, value] } : value,
  );
  return { is: "array", elements };
}
