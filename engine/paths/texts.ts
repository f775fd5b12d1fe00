/** Values among a call's arguments: written there, or by the caller that a parameter's value comes from. */
import type { CallFact, MentionId, ValueFact } from "../facts/facts.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { listIn, type Turn, turnOf } from "./turns.js";
import { isInside } from "./visits.js";

/** Names of the HTTP methods and the like are short lists. */
const MAX_ELEMENTS = 10;

/** A value, where it is written. */
export interface WrittenValue {
  readonly file: SourceFile;
  readonly value: ValueFact;
  /** Whose call it is looked at for. */
  readonly visit: Visit | undefined;
  /** In which turns of the loops around. */
  readonly turns?: readonly Turn[] | undefined;
}

/**
 * The text at a path into the arguments: `0`, `0.url`.
 *
 * @param visit whose call the arguments are read for
 */
export function textAt(
  file: SourceFile,
  call: CallFact,
  path: string,
  visit?: Visit,
  turns?: readonly Turn[],
): string | undefined {
  const [index = "", ...names] = path.split(".");
  const value = call.arguments[Number(index)];
  return value && textOf({ file, value, visit, turns }, names);
}

/** The text that a mention stands for: `method` in `app[method]`. */
export function mentionedText(
  file: SourceFile,
  mention: MentionId,
  visit?: Visit,
  turns?: readonly Turn[],
): string | undefined {
  return textOf({ file, value: { is: "mention", mention }, visit, turns }, []);
}

function textOf(written: WrittenValue, names: readonly string[]): string | undefined {
  const found = writtenValue(written, names);
  switch (found?.value.is) {
    case "string":
    case "regex":
      return found.value.value;
    case "array": {
      const texts = found.value.elements.slice(0, MAX_ELEMENTS).map((value) => textOf({ ...found, value }, []));
      return texts.filter((text) => text !== undefined).join(", ");
    }
    default:
      return undefined;
  }
}

/**
 * The value's member, as far as it is written out. A mention of a visited function's parameter is what its caller
 * passed, one of a loop's variable the element of that turn, one of a variable what that is initialised with.
 */
export function writtenValue(written: WrittenValue, names: readonly string[]): WrittenValue | undefined {
  const { value } = written;
  if (value.is === "mention")
    return (
      turnedValue(written, value.mention, names) ??
      passedValue(written, value.mention, names) ??
      initialValue(written, value.mention, names) ??
      (names.length === 0 ? written : undefined)
    );
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

function turnedValue(
  { file, visit, turns }: WrittenValue,
  mention: MentionId,
  names: readonly string[],
): WrittenValue | undefined {
  const root = turns && rootOf(file, mention);
  const offset = file.facts.mentions[mention]?.offset;
  const turn = root && offset !== undefined ? turnOf(turns, file, root.name, offset) : undefined;
  return (
    root && turn && writtenValue({ file, value: turn.value, visit, turns }, [...turn.member, ...root.path, ...names])
  );
}

/** What the variable is initialised with, where no function around has a parameter of its name. */
function initialValue(
  { file, visit }: WrittenValue,
  mention: MentionId,
  names: readonly string[],
): WrittenValue | undefined {
  const root = file.facts.lists.length > 0 ? rootOf(file, mention) : undefined;
  const value = root && listIn(file, root);
  if (value?.is !== "string") return undefined;
  for (let id = root?.function ?? 0; id !== 0; id = file.facts.functions[id]?.parent ?? 0)
    if (parameterNamed(file, id, root?.name ?? "")) return undefined;
  return writtenValue({ file, value, visit }, [...(root?.path ?? []), ...names]);
}

function passedValue(
  { file, visit, turns }: WrittenValue,
  mention: MentionId,
  names: readonly string[],
): WrittenValue | undefined {
  const root = visit && rootOf(file, mention);
  if (!root) return undefined;
  for (let outer: Visit | undefined = visit; outer; outer = outer.outer) {
    if (outer.file !== file || !isInside(file, root.function, outer.function)) continue;
    const found = parameterNamed(file, outer.function, root.name);
    if (!found) continue;
    const { call } = outer;
    const value = call.fact.arguments[found.index];
    return (
      value &&
      writtenValue({ file: call.file, value, visit: outer.outer, turns }, [...found.member, ...root.path, ...names])
    );
  }
  return undefined;
}

/** The name that a mention starts from, and the members that lead on: `options` and `path` of `options.path`. */
export function rootOf(file: SourceFile, mention: MentionId) {
  const path: string[] = [];
  let root = file.facts.mentions[mention];
  for (let at = mention; root?.isMember === true && root.site.to !== "variable"; root = file.facts.mentions[at]) {
    path.unshift(root.name);
    const receiver = receiverOf(file, at);
    if (receiver === undefined) return undefined;
    at = receiver;
  }
  return root && { name: root.name, function: root.function, path };
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
