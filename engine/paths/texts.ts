/** Literal texts among a call's arguments: written there, or by the caller that a parameter's value comes from. */
import type { CallFact, ValueFact } from "../facts/facts.js";
import type { SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { isInside } from "./visits.js";

/** Names of the HTTP methods and the like are short lists. */
const MAX_ELEMENTS = 10;

/**
 * The text at a path into the arguments: `0`, `0.url`.
 *
 * @param visit whose call the arguments are read for
 */
export function textAt(file: SourceFile, call: CallFact, path: string, visit?: Visit): string | undefined {
  const [index = "", ...names] = path.split(".");
  const argument = call.arguments[Number(index)];
  return argument && textOf(file, argument, names, visit);
}

function textOf(
  file: SourceFile,
  value: ValueFact,
  names: readonly string[],
  visit: Visit | undefined,
): string | undefined {
  switch (value.is) {
    case "string":
    case "regex":
      return names.length === 0 ? value.value : undefined;
    case "array": {
      const texts = value.elements.slice(0, MAX_ELEMENTS).map((element) => textOf(file, element, names, visit));
      return texts.filter((text) => text !== undefined).join(", ");
    }
    case "object": {
      const property = value.properties.find(({ name }) => name === names[0]);
      return property && textOf(file, property.value, names.slice(1), visit);
    }
    case "mention":
      return visit && passedText(file, value.mention, names, visit);
    default:
      return undefined;
  }
}

/** `options.path` in a function that is visited: what its caller passed. */
function passedText(file: SourceFile, mention: number, names: readonly string[], visit: Visit): string | undefined {
  const path = [...names];
  let root = file.facts.mentions[mention];
  for (let at = mention; root?.isMember === true; root = file.facts.mentions[at]) {
    path.unshift(root.name);
    const receiver = receiverOf(file, at);
    if (receiver === undefined) return undefined;
    at = receiver;
  }
  if (!root) return undefined;
  for (let outer: Visit | undefined = visit; outer; outer = outer.outer) {
    if (outer.file !== file || !isInside(file, root.function, outer.function)) continue;
    const found = bindingOf(outer, root.name);
    if (!found) continue;
    const passed = outer.call.fact.arguments[found.index];
    return passed && textOf(outer.call.file, passed, [...found.member, ...path], outer.outer);
  }
  return undefined;
}

/** Which parameter of the visited function a name is, or is taken out of. */
function bindingOf(
  { file, function: id }: Visit,
  name: string,
): { index: number; member: readonly string[] } | undefined {
  for (const [index, parameter] of (file.facts.functions[id]?.parameters ?? []).entries()) {
    if (parameter.name === name && parameter.isRest !== true) return { index, member: [] };
    const binding = parameter.bindings?.find((candidate) => candidate.name === name);
    if (binding) return { index, member: binding.member };
  }
  return undefined;
}
