/** What the evaluation of validators shares: the walker through types, who asks, and how names are followed. */
import type ts from "typescript";
import type { Json, JsonSchema } from "../../../schema-reader.js";
import { inferredTypes, type ValidatorLibrary } from "../../../validators/index.js";
import type { ComponentIdentity } from "../components.js";
import { report, type Visit } from "../visit.js";
import type { TypeWalker } from "../walker.js";
import type { Constants } from "./constants.js";
import { plain, type Rendering, schemaOf, type Validator } from "./validator.js";
import type { Definitions, Written } from "./written-value.js";

export interface Reading extends Rendering {
  readonly walker: TypeWalker;
  readonly visit: Visit;
  readonly definitions: Definitions;
  readonly constants: Constants;
  /** Evaluates an expression; undefined where it is no schema that can be read. */
  read(written: Written): Validator | undefined;
  /** The object whose properties are schemas of one library, which is one to those who take it for that. */
  object(written: Written): Validator | undefined;
  /** The schema that an expression defines in the library's own notation. */
  define(written: Written, library: ValidatorLibrary): Validator | undefined;
  /** The JSON Schema in the sources whose `$id` ends in a name. */
  sharedSchema(name: string): { readonly node: ts.Expression; readonly identity?: ComponentIdentity } | undefined;
  /** What an action that is handed over does; undefined where it is none that is known. */
  act(subject: Validator, action: Written): Validator | undefined;
  /** The properties that an expression holds: an object literal's, or another schema's. */
  shape(written: Written): ReadonlyMap<string, () => Validator> | undefined;
}

/** The schema that an expression is; where it cannot be read, what the checker infers of it. */
export function part(reading: Reading, written: Written, library: ValidatorLibrary): Validator {
  return known(reading, written, library) ?? inferred(reading, written.node, library);
}

/** The schema that an expression is, or that it defines in the notation of the library. */
export function known(reading: Reading, written: Written, library: ValidatorLibrary): Validator | undefined {
  return reading.read(written) ?? (library.notation && reading.define(written, library));
}

/** What the checker infers that a schema lets out, or in. */
export function inferred(reading: Reading, node: ts.Expression, library: ValidatorLibrary): Validator {
  const type = inferredType(reading.walker, node, reading.direction);
  if (type) return ofType(reading, type, library);
  report({ ...reading.visit, node }, "is a schema that cannot be read");
  return plain(library, {});
}

export function ofType(reading: Reading, type: ts.Type, library: ValidatorLibrary): Validator {
  const { schema, mayBeAbsent } = reading.walker.outcome(type, {
    ...reading.visit,
    written: undefined,
    unlinked: type,
  });
  return { ...plain(library, schema ?? {}), isOptional: () => mayBeAbsent, isAbsent: schema === undefined };
}

/** The type that a schema's own type says it describes; undefined where types are not installed. */
export function inferredType(
  { ts, checker }: TypeWalker,
  node: ts.Node,
  direction: Rendering["direction"],
): ts.Type | undefined {
  const type = checker.getTypeAtLocation(node);
  for (const path of inferredTypes[direction]) {
    let current: ts.Type | undefined = type;
    for (const name of path) {
      const property: ts.Symbol | undefined =
        current && checker.getPropertyOfType(checker.getNonNullableType(current), name);
      current = property && checker.getTypeOfSymbol(property);
    }
    if (current && !(current.flags & ts.TypeFlags.Any)) return current;
  }
  return undefined;
}

/** The schema of a constant, which JSON Schemas are written as. */
export function rendered(reading: Reading, validator: Validator): JsonSchema {
  return schemaOf(validator, reading);
}

export function constantOf(reading: Reading, written: Written | undefined): Json | undefined {
  return written && reading.constants.value(written);
}

export function numberOf(reading: Reading, written: Written | undefined): number | undefined {
  const value = constantOf(reading, written);
  return typeof value === "number" ? value : undefined;
}

export function textOf(reading: Reading, written: Written | undefined): string | undefined {
  const value = constantOf(reading, written);
  return typeof value === "string" ? value : undefined;
}

/** The names that a list, or the keys of an object, give. */
export function namesOf(reading: Reading, written: Written | undefined): readonly string[] | undefined {
  const value = constantOf(reading, written);
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.filter((name) => typeof name === "string");
  return typeof value === "object" && value !== null ? Object.keys(value) : undefined;
}
