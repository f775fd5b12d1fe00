/** Values among a call's arguments: written there, or by the caller that a parameter's value comes from. */
import type { CallFact, CallId, FunctionId, MentionFact, MentionId, NamedPartFact, ValueFact } from "../facts/facts.js";
import { isWithin } from "../facts/replaced.js";
import type { Constants } from "./constants.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { listIn, THIS, type Turn, turnOf } from "./turns.js";
import { functionAround, isInside } from "./visits.js";

/** Names of the HTTP methods and the like are short lists. */
const MAX_ELEMENTS = 10;

/** In whose life a value is looked at. */
interface Reading {
  /** Whose call it is looked at for. */
  readonly visit?: Visit | undefined;
  /** In which turns of the loops around. */
  readonly turns?: readonly Turn[] | undefined;
  /** What imported names stand for; without, they stand for nothing. */
  readonly constants?: Constants | undefined;
}

/** A value, where it is written. */
export interface WrittenValue extends Reading {
  readonly file: SourceFile;
  readonly value: ValueFact;
}

/** A name, and the members that lead on from it: `options` and `path` of `options.path`. */
export interface NamedRoot {
  readonly name: string;
  readonly offset: number;
  readonly function: FunctionId;
  readonly path: readonly string[];
}

/** The text at a path into the arguments: `0`, `0.url`. */
export function textAt(file: SourceFile, call: CallFact, path: string, reading: Reading = {}): string | undefined {
  const [index = "", ...names] = path.split(".");
  const value = call.arguments[Number(index)];
  return value && textOf({ file, value, ...reading }, names);
}

/** The text that a mention stands for: `method` in `app[method]`. */
export function mentionedText(file: SourceFile, mention: MentionId, reading: Reading = {}): string | undefined {
  return textOf({ file, value: { is: "mention", mention }, ...reading }, []);
}

/** The text that a member of the value is. */
export function textOf(written: WrittenValue, names: readonly string[]): string | undefined {
  const found = writtenValue(written, names);
  switch (found?.value.is) {
    case "string":
    case "regex":
      return found.value.value;
    case "template": {
      const parts = found.value.parts.map((part) => (part.is === "string" ? part.value : namedText(found, part)));
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "array": {
      const texts = found.value.elements.slice(0, MAX_ELEMENTS).map((value) => textOf({ ...found, value }, []));
      return texts.filter((text) => text !== undefined).join(", ");
    }
    default:
      return undefined;
  }
}

function namedText(written: WrittenValue, part: NamedPartFact): string | undefined {
  const found = rootValue(written, rootOfPart(written.file, part), []);
  return found && textOf(found, []);
}

/**
 * The value's member, as far as it is written out. A mention of a visited function's parameter is what its caller
 * passed, one of a loop's variable the element of that turn, one of a variable what that is initialised with.
 */
export function writtenValue(written: WrittenValue, names: readonly string[]): WrittenValue | undefined {
  const { value } = written;
  if (value.is === "mention") {
    const root = rootOf(written.file, value.mention);
    return (root && rootValue(written, root, names)) ?? (names.length === 0 ? written : undefined);
  }
  const described = value.is === "call" ? written.constants?.described(written.file, value.call) : undefined;
  if (described) return writtenValue({ ...written, value: described }, names);
  const required = value.is === "call" ? requiredBy(written.file, value.call) : undefined;
  if (required)
    return importedValue(written, { ...required, path: [] }, names) ?? (names.length === 0 ? written : undefined);
  const [name, ...others] = names;
  if (name === undefined) return written;
  if (value.is === "array" && /^\d+$/u.test(name)) {
    const element = value.elements[Number(name)];
    return element && writtenValue({ ...written, value: element }, others);
  }
  // Of several elements nobody says here which one is meant.
  if (value.is === "array" && value.elements.length === 1 && value.elements[0])
    return writtenValue({ ...written, value: value.elements[0] }, names);
  if (value.is !== "object") return undefined;
  const property = value.properties.find((candidate) => candidate.name === name);
  return property && writtenValue({ ...written, value: property.value }, others);
}

/** What a name stands for, or a member of that. */
function rootValue(written: WrittenValue, root: NamedRoot, names: readonly string[]): WrittenValue | undefined {
  return (
    turnedValue(written, root, names) ??
    passedValue(written, root, names) ??
    initialValue(written, root, names) ??
    importedValue(written, root, names)
  );
}

function turnedValue(written: WrittenValue, root: NamedRoot, names: readonly string[]): WrittenValue | undefined {
  const { file, turns } = written;
  const turn = turns && turnOf(turns, file, root.name, root.offset);
  return (
    turn && writtenValue({ ...written, file: turn.file, value: turn.value }, [...turn.member, ...root.path, ...names])
  );
}

/** What the variable is initialised with, where no function around has a parameter of its name. */
function initialValue(
  { file, visit, constants }: WrittenValue,
  root: NamedRoot,
  names: readonly string[],
): WrittenValue | undefined {
  const value = (file.facts.lists.length > 0 ? listIn(file, root) : undefined) ?? constants?.describedIn(file, root);
  if (!value || isParameter(file, root)) return undefined;
  return writtenValue({ file, value, visit, constants }, [...root.path, ...names]);
}

function importedValue({ file, constants }: WrittenValue, root: NamedRoot, names: readonly string[]) {
  const found = isParameter(file, root) ? undefined : constants?.of(file, root.offset);
  return found && writtenValue({ ...found, constants }, [...root.path, ...names]);
}

function passedValue(
  { file, visit, turns, constants }: WrittenValue,
  root: NamedRoot,
  names: readonly string[],
): WrittenValue | undefined {
  for (let outer: Visit | undefined = visit; outer; outer = outer.outer) {
    if (outer.file !== file || !isInside(file, root.function, outer.function)) continue;
    const found = parameterNamed(file, outer.function, root.name);
    if (!found) continue;
    const { call } = outer;
    const value = call.fact.arguments[found.index];
    const reading: Reading = { visit: outer.outer, turns, constants };
    return value && writtenValue({ file: call.file, value, ...reading }, [...found.member, ...root.path, ...names]);
  }
  return undefined;
}

/** Whether a function around has a parameter of the name. */
export function isParameter(file: SourceFile, root: NamedRoot): boolean {
  for (let id = root.function; id !== 0; id = file.facts.functions[id]?.parent ?? 0)
    if (parameterNamed(file, id, root.name)) return true;
  return false;
}

export function rootOfPart(file: SourceFile, { name, offset, member }: NamedPartFact): NamedRoot {
  return { name, offset, function: functionAround(file, offset), path: member };
}

/** The name that a mention starts from. */
export function rootOf(file: SourceFile, mention: MentionId): NamedRoot | undefined {
  const path: string[] = [];
  let root = file.facts.mentions[mention];
  for (let at = mention; root?.isMember === true && root.site.to !== "variable"; root = file.facts.mentions[at]) {
    path.unshift(root.name);
    if (root.isOfThis === true) return { name: THIS, offset: root.offset, function: root.function, path };
    const receiver = receiverOf(file, at);
    if (receiver === undefined) return undefined;
    at = receiver;
  }
  return root && { name: root.name, offset: root.offset, function: root.function, path };
}

/** The module that a call requires on the spot: `require("./users")`. */
export function requiredBy({ facts }: SourceFile, id: CallId): MentionFact | undefined {
  const call = facts.calls[id];
  const name = facts.mentions[call?.callee ?? -1]?.name ?? "require";
  if (!call || name !== "require" || call.calleeCall !== undefined) return undefined;
  return facts.mentions.find(({ module, offset }) => module !== undefined && isWithin(offset, call.span));
}

/** Which parameter of the function a name is, or is taken out of. */
export function parameterNamed(
  file: SourceFile,
  id: number,
  name: string,
): { readonly index: number; readonly member: readonly string[] } | undefined {
  for (const [index, parameter] of (file.facts.functions[id]?.parameters ?? []).entries()) {
    if (parameter.name === name && parameter.isRest !== true) return { index, member: [] };
    const binding = parameter.bindings?.find((candidate) => candidate.name === name);
    if (binding) return { index, member: binding.member };
  }
  return undefined;
}
