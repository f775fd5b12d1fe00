/** Loops over lists that are written out: what the names that they bind stand for in each turn. */
import type {
  BindingFact,
  CallFact,
  FunctionId,
  MentionFact,
  MentionId,
  Site,
  Span,
  ValueFact,
} from "../facts/facts.js";
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
  /** The file in which the element is written. */
  readonly source: SourceFile;
}

/** What stands behind the name at an offset of a file that imports it, as far as that is known. */
export interface ImportedValues {
  of(file: SourceFile, offset: number): { readonly file: SourceFile; readonly value: ValueFact } | undefined;
}

const NOTHING: ImportedValues = { of: () => undefined };

/** A loop, with the list that it goes through. */
interface WrittenLoop {
  readonly span: Span;
  readonly bindings: readonly BindingFact[];
  readonly elements: readonly ValueFact[];
  /** The file in which they are written. */
  readonly source: SourceFile;
}

/** Where a list goes that a loop goes through. */
const MAY_LOOP: ReadonlySet<Site["to"]> = new Set(["iterated", "receiver"]);

/** Members of arrays that call their argument with every element. */
const ITERATING: ReadonlySet<string> = new Set(["forEach", "map", "flatMap"]);

/** More turns than these are of no help to a person. */
const MAX_TURNS = 100;

const written = new WeakMap<SourceFile, readonly WrittenLoop[]>();
const overImports = new WeakMap<SourceFile, readonly MentionId[]>();

/** Stands for a list whose elements do not matter yet. */
const ANY_LIST: ValueFact = { is: "array", elements: [] };

/** The turns in which calls are made: one for each element of each of the lists around; a single empty one without. */
export function turnsAround(
  calls: readonly Visit["call"][],
  imported: ImportedValues = NOTHING,
): readonly (readonly Turn[])[] {
  let turns: readonly (readonly Turn[])[] = [[]];
  for (const { file, fact } of calls) {
    for (const { elements, ...loop } of [...loopsIn(file), ...loopsOverImports(file, imported)]) {
      if (!isWithin(fact.span.start, loop.span) || fact.span.end > loop.span.end) continue;
      if (turns.length * elements.length > MAX_TURNS) return [[]];
      turns = turns.flatMap((outer) => elements.map((element) => [...outer, { file, ...loop, element }]));
    }
  }
  return turns;
}

/** The imported names of what a loop around the call goes through. */
export function importedLists({ file, fact }: Visit["call"]): readonly MentionId[] {
  return importedIn(file).filter((id) => {
    const mention = file.facts.mentions[id];
    const [loop] = mention ? loopAt(file, mention.site, ANY_LIST, file) : [];
    return loop !== undefined && isWithin(fact.span.start, loop.span);
  });
}

/** The value that a name has in a turn, and the members that lead on from there. */
export function turnOf(
  turns: readonly Turn[],
  file: SourceFile,
  name: string,
  offset: number,
): { readonly file: SourceFile; readonly value: ValueFact; readonly member: readonly string[] } | undefined {
  for (const turn of turns.toReversed()) {
    if (turn.file !== file || offset < turn.span.start || offset >= turn.span.end) continue;
    const binding = turn.bindings.find((candidate) => candidate.name === name);
    if (binding) return { file: turn.source, value: turn.element, member: numbered(binding, turn.bindings) };
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
    ...lists.flatMap((list) => loopAt(file, list.site, list.value, file)),
    ...(lists.some(({ site }) => site.to === "variable")
      ? mentions.flatMap((mention) =>
          MAY_LOOP.has(mention.site.to) ? loopAt(file, mention.site, listIn(file, mention), file) : [],
        )
      : []),
    ...calls.flatMap((call) => loopAt(file, call.site, listedBy(file, call), file)),
  ];
  written.set(file, loops);
  return loops;
}

function loopsOverImports(file: SourceFile, imported: ImportedValues): readonly WrittenLoop[] {
  return importedIn(file).flatMap((id) => {
    const mention = file.facts.mentions[id];
    const list = mention && imported.of(file, mention.offset);
    return list ? loopAt(file, mention.site, list.value, list.file) : [];
  });
}

/** Mentions of imported names that loops go through. */
function importedIn(file: SourceFile): readonly MentionId[] {
  const known = overImports.get(file);
  if (known) return known;
  const { mentions } = file.facts;
  const names = new Set(
    mentions.flatMap(({ module, site, name }) =>
      module === undefined ? [] : [site.to === "rename" || site.to === "variable" ? site.name : name],
    ),
  );
  const found = mentions.flatMap(({ name, site, module }, id) => {
    const isCandidate = module === undefined && MAY_LOOP.has(site.to) && names.has(name);
    return isCandidate && loopAt(file, site, ANY_LIST, file).length > 0 ? [id] : [];
  });
  overImports.set(file, found);
  return found;
}

/** The loop that goes through what goes there. */
function loopAt(file: SourceFile, site: Site, list: ValueFact | undefined, source: SourceFile): WrittenLoop[] {
  if (list?.is !== "array" || list.elements.some(({ is }) => is === "spread")) return [];
  const { elements } = list;
  if (site.to === "iterated") {
    const [binding] = site.bindings;
    // The innermost loop begins last.
    const loop = file.facts.loops.findLast(
      ({ kind, span }) => kind === "for-of" && binding && span.start <= binding.offset && binding.offset < span.end,
    );
    return loop ? [{ span: loop.span, bindings: site.bindings, elements, source }] : [];
  }
  const member = site.to === "receiver" ? file.facts.mentions[site.member] : undefined;
  const call = member?.site.to === "callee" ? file.facts.calls[member.site.call] : undefined;
  const [callback] = call?.arguments ?? [];
  if (!member || !ITERATING.has(member.name) || callback?.is !== "function") return [];
  const fact = file.facts.functions[callback.function];
  const [parameter] = fact?.parameters ?? [];
  if (!fact || !parameter) return [];
  const { name, offset, bindings = [] } = parameter;
  const bound = name === undefined ? bindings : [{ member: [], name, offset }];
  return [{ span: fact.span, bindings: bound, elements, source }];
}

/** The name by which code knows the instance that it belongs to. */
export const THIS = "this";

/** What the variable that is mentioned is initialised with; of `this`, the fields that are. */
export function listIn(
  file: SourceFile,
  { name, function: id }: Pick<MentionFact, "name" | "function">,
): ValueFact | undefined {
  const { calls, lists, mentions } = file.facts;
  if (name === THIS) return fieldsAround(file, id);
  const isDeclared = ({ site }: { readonly site: Site }): boolean =>
    site.to === "variable" && site.name === name && site.isReference !== true;
  const [list, other] = lists.filter(isDeclared);
  // Of several variables of one name nobody says here which one is meant.
  if (!list || other || !isInside(file, id, functionAround(file, list.offset))) return undefined;
  return calls.some(isDeclared) || mentions.some(isDeclared) ? undefined : list.value;
}

/** The fields of the class around a function, as an object, as far as they are written out. */
function fieldsAround({ facts }: SourceFile, innermost: FunctionId): ValueFact | undefined {
  let id = innermost;
  while (id !== 0 && facts.functions[id]?.class === undefined) id = facts.functions[id]?.parent ?? 0;
  const span = facts.classes[facts.functions[id]?.class ?? -1]?.span;
  const properties = facts.lists.flatMap(({ offset, site, value }) =>
    span && site.to === "property" && isWithin(offset, span) ? [{ name: site.name, value }] : [],
  );
  return properties.length > 0 ? { is: "object", properties } : undefined;
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
