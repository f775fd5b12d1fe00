/** What calls mount, and under which prefixes. */
import type { Mount } from "../entrypoints/framework.js";
import type { CallFact, MentionFact, ValueFact } from "../facts/facts.js";
import type { Constants } from "./constants.js";
import type { FunctionRef, SourceFile, Visit } from "./graph.js";
import { descriptionsIn } from "./route-calls.js";
import { requiredBy, textAt, writtenValue, type WrittenValue } from "./texts.js";
import { type Turn, turnsAround } from "./turns.js";
import { visitsOf } from "./visits.js";

/** The prefix that a mount's call gives. */
export function prefixOf(
  mount: Mount,
  { file, fact }: Visit["call"],
  reading: Omit<WrittenValue, "file" | "value">,
): string | undefined {
  const written = prefixPlaces(mount)
    .map((place) => textAt(file, fact, place, reading))
    .find((text) => text !== undefined);
  // `/api/**` takes whatever is below `/api`.
  return written?.replace(/\/\*\*$/u, "");
}

/** Where it is written. */
export function prefixPlaces({ prefix }: Mount): readonly string[] {
  return typeof prefix === "string" ? [prefix] : (prefix ?? []);
}

/** One of the things that a call mounts, with everything that it says of it. */
export interface Mounting {
  readonly fact: CallFact;
  readonly turns: readonly Turn[];
  readonly values: readonly WrittenValue[];
}

/** What a call mounts, one by one: it may be given a list, or be made for every element of one. */
export function mountingsOf(call: Visit["call"], visit: Visit | undefined, constants: Constants): readonly Mounting[] {
  const { file } = call;
  const calls = [call, ...visitsOf(visit).map((outer) => outer.call)];
  return turnsAround(calls, constants).flatMap((turns) =>
    descriptionsIn(call.fact, { file, visit, turns }).map(({ fact }): Mounting => {
      const values = fact.arguments.map((value) => writtenValue({ file, value, visit, turns }, []));
      return { fact, turns, values: values.filter((value) => value !== undefined) };
    }),
  );
}

/** The names that stand for what is mounted, or hold it. */
export function mentionsIn(values: readonly WrittenValue[]): { readonly file: SourceFile; readonly offset: number }[] {
  return values.flatMap(({ file, value }) =>
    parts(value).flatMap((part) => {
      const mention = mentionOf(file, part);
      return mention ? [{ file, offset: mention.offset }] : [];
    }),
  );
}

/** The name, or the module that is required on the spot. */
function mentionOf(file: SourceFile, value: ValueFact): MentionFact | undefined {
  return value.is === "call"
    ? requiredBy(file, value.call)
    : value.is === "mention"
      ? file.facts.mentions[value.mention]
      : undefined;
}

/** The functions that are mounted. */
export function functionsIn(values: readonly WrittenValue[]): FunctionRef[] {
  return values.flatMap(({ file, value }) =>
    parts(value).flatMap((part) => (part.is === "function" ? [{ file, id: part.function }] : [])),
  );
}

/** The value, or those inside of a list or an object. */
function parts(value: ValueFact): readonly ValueFact[] {
  if (value.is === "array") return value.elements.flatMap(parts);
  return value.is === "object" ? value.properties.flatMap((property) => parts(property.value)) : [value];
}

/** What stands at a path into the arguments. */
export function argumentAt({ arguments: given }: CallFact, place: string): ValueFact | undefined {
  const [index = "", ...names] = place.split(".");
  let value = given[Number(index)];
  for (const name of names)
    value = value?.is === "object" ? value.properties.find((each) => each.name === name)?.value : undefined;
  return value;
}
