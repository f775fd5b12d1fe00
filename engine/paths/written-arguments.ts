/** Numbers and texts among a call's arguments, as they are written out or kept in constants of the project. */
import type { CallFact, ValueFact } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import type { ProjectIndex } from "./project-index.js";
import { parameterNamed, rootOf } from "./texts.js";
import { isInside } from "./visits.js";

/** What stands at a path into the arguments: `2`, `1.modulusLength`; undefined where nobody can tell. */
export function argumentAt(
  index: ProjectIndex,
  file: SourceFile,
  call: CallFact,
  path: string,
): number | string | undefined {
  const [first = "", ...names] = path.split(".");
  return memberOf(index, file, call.arguments[Number(first)], names);
}

function memberOf(
  index: ProjectIndex,
  file: SourceFile,
  value: ValueFact | undefined,
  names: readonly string[],
): number | string | undefined {
  const [name, ...others] = names;
  if (value?.is === "mention") return constantOf(index, file, value.mention, names);
  if (value?.is === "object" && name !== undefined)
    return memberOf(index, file, value.properties.find((property) => property.name === name)?.value, others);
  return name === undefined && (value?.is === "number" || value?.is === "string") ? value.value : undefined;
}

/** The number that the name stands for: in the file itself, or in one that it imports. */
function constantOf(
  index: ProjectIndex,
  file: SourceFile,
  mention: number,
  names: readonly string[],
): number | undefined {
  const root = rootOf(file, mention);
  if (!root) return undefined;
  for (let id = root.function; id !== 0; id = file.facts.functions[id]?.parent ?? 0)
    if (parameterNamed(file, id, root.name)) return undefined;
  const path = [...root.path, ...names];
  const name = [root.name, ...path].join(".");
  index.noteName(name);
  const own = file.facts.constants.filter(
    (constant) => constant.name === name && isInside(file, root.function, constant.function),
  );
  if (own.length > 0) return onlyValue(own.map(({ value }) => value));
  // A namespace, or a module that is imported whole: `limits.ROUNDS`.
  const asMember = path.join(".");
  index.noteName(asMember);
  const imported = (file.imports ?? []).flatMap((from) =>
    (index.file(from)?.facts.constants ?? []).filter(
      (constant) => constant.function === 0 && (constant.name === name || constant.name === asMember),
    ),
  );
  return onlyValue(imported.map(({ value }) => value));
}

/** Of several constants of one name nobody says here which one is meant. */
function onlyValue(values: readonly number[]): number | undefined {
  const [value] = values;
  return values.every((other) => other === value) ? value : undefined;
}
