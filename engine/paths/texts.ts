/** Values among a call's arguments: written there, or by the caller that a parameter's value comes from. */
import type { CallFact, MentionId, ValueFact } from "../facts/facts.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { isInside } from "./visits.js";

/** Names of the HTTP methods and the like are short lists. */
const MAX_ELEMENTS = 10;

/** A value, where it is written. */
export interface WrittenValue {
  readonly file: SourceFile;
  readonly value: ValueFact;
  /** Whose call it is looked at for. */
  readonly visit: Visit | undefined;
}

/**
 * The text at a path into the arguments: `0`, `0.url`.
 *
 * @param visit whose call the arguments are read for
 */
export function textAt(file: SourceFile, call: CallFact, path: string, visit?: Visit): string | undefined {
  const [index = "", ...names] = path.split(".");
  const value = call.arguments[Number(index)];
  return value && textOf({ file, value, visit }, names);
}

/** The text that a mention stands for: `method` in `app[method]`. */
export function mentionedText(file: SourceFile, mention: MentionId, visit?: Visit): string | undefined {
  return textOf({ file, value: { is: "mention", mention }, visit }, []);
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

/** The value's member, as far as it is written out; a mention of a visited function's parameter is what its caller passed. */
export function writtenValue(written: WrittenValue, names: readonly string[]): WrittenValue | undefined {
  const { file, value, visit } = written;
  if (value.is === "mention")
    return (visit && passedValue(file, value.mention, names, visit)) ?? (names.length === 0 ? written : undefined);
  const [name, ...others] = names;
  if (name === undefined) return written;
  // Of several elements nobody says here which one is meant.
  if (value.is === "array" && value.elements.length === 1 && value.elements[0])
    return writtenValue({ ...written, value: value.elements[0] }, names);
  if (value.is !== "object") return undefined;
  const property = value.properties.find((candidate) => candidate.name === name);
  return property && writtenValue({ ...written, value: property.value }, others);
}

function passedValue(
  file: SourceFile,
  mention: MentionId,
  names: readonly string[],
  visit: Visit,
): WrittenValue | undefined {
  const root = rootOf(file, mention);
  if (!root) return undefined;
  for (let outer: Visit | undefined = visit; outer; outer = outer.outer) {
    if (outer.file !== file || !isInside(file, root.function, outer.function)) continue;
    const found = parameterNamed(file, outer.function, root.name);
    if (!found) continue;
    const { call } = outer;
    const value = call.fact.arguments[found.index];
    return (
      value && writtenValue({ file: call.file, value, visit: outer.outer }, [...found.member, ...root.path, ...names])
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
