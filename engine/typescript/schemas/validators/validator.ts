/** A schema of a validation library as it is evaluated: enough of its parts to go on building from it. */
import type { Direction, Json, JsonSchema, JsonType } from "../../../schema-reader.js";
import type { ValidatorLibrary } from "../../../validators/library.js";
import type { ComponentIdentity, Components } from "../components.js";

export interface Validator {
  readonly library: ValidatorLibrary;
  /** What limits are about: `min` of text is not `min` of a number. */
  readonly type?: JsonType | undefined;
  /** Its schema without {@link keywords}. Made when it is wanted, since schemas may hold themselves. */
  base(): JsonSchema;
  readonly keywords: JsonSchema;
  /** Whether the value may be missing. */
  isOptional(): boolean;
  /** Of libraries whose properties may be missing: this one may not. */
  readonly isRequired?: boolean | undefined;
  /** Whether JSON leaves it out altogether. */
  readonly isAbsent?: boolean;
  readonly object?: ObjectParts | undefined;
  readonly element?: (() => Validator) | undefined;
  readonly values?: readonly Json[] | undefined;
  /** What `optional()`, `nullable()` and their kin were made of. */
  readonly inner?: Validator | undefined;
  /** Whether it is more than a primitive: worth a component of its own, where it has a name. */
  readonly isComposite?: boolean | undefined;
  /** Where it has a name, it is referred to. */
  readonly identity?: ComponentIdentity | undefined;
}

export interface ObjectParts {
  readonly properties: ReadonlyMap<string, () => Validator>;
  /** What more it may have: nothing, anything, or what a schema says; nothing is said when absent. */
  readonly rest?: "refused" | "kept" | Validator | undefined;
}

export interface Rendering {
  readonly components: Components;
  readonly direction: Direction;
  /** How many schemas may still be made, since schemas without names may hold themselves. */
  readonly budget: { left: number };
}

/** A schema that is the same whatever is asked of it. */
export function plain(library: ValidatorLibrary, schema: JsonSchema): Validator {
  const { type } = schema;
  return {
    library,
    type: typeof type === "string" ? type : undefined,
    base: () => schema,
    keywords: {},
    isOptional: () => false,
  };
}

export function isComposite(validator: Validator): boolean {
  return validator.object !== undefined || validator.values !== undefined || validator.isComposite === true;
}

/** Something around a schema: it refers to it where that has a name. */
export function around(inner: Validator, rendering: Rendering, change: Partial<Validator> = {}): Validator {
  return {
    library: inner.library,
    type: inner.type,
    base: () => schemaOf(inner, rendering),
    keywords: {},
    isOptional: () => inner.isOptional(),
    isRequired: inner.isRequired,
    element: inner.element,
    values: inner.values,
    inner,
    isComposite: inner.identity === undefined && isComposite(inner),
    ...change,
  };
}

/** The validator with more keywords; a named one is referred to, with the keywords beside the reference. */
export function withMore(validator: Validator, keywords: JsonSchema, rendering: Rendering): Validator {
  const isLimited = Object.keys(keywords).length > 0;
  if (validator.identity && isLimited) return { ...around(validator, rendering), keywords, object: validator.object };
  return { ...validator, keywords: mergedKeywords(validator.keywords, keywords) };
}

/** Both hold: of two patterns neither is lost. */
function mergedKeywords(one: JsonSchema, other: JsonSchema): JsonSchema {
  if (one.pattern === undefined || other.pattern === undefined || one.pattern === other.pattern) {
    return { ...one, ...other };
  }
  const { pattern: first, ...before } = one;
  const { pattern: second, ...after } = other;
  return { ...before, ...after, allOf: [...(one.allOf ?? []), { pattern: first }, { pattern: second }] };
}

/** @returns the schema, or a reference to the component that it is */
export function schemaOf(validator: Validator, rendering: Rendering): JsonSchema {
  const { identity } = validator;
  if (identity) {
    const anonymous = { ...validator, identity: undefined };
    const reference = rendering.components.refer(identity, rendering.direction, () => schemaOf(anonymous, rendering));
    if (reference) return reference;
  }
  if (--rendering.budget.left < 0) return {};
  const base = validator.object ? objectSchema(validator.object, rendering) : validator.base();
  const { type, ...others } = validator.keywords;
  return { ...base, ...(isTypeTaken(base, type) && { type }), ...others };
}

/** A number becomes an integer, and anything something; what is of another type, or another's, stays that. */
function isTypeTaken(base: JsonSchema, type: JsonSchema["type"]): boolean {
  return type !== undefined && (Object.keys(base).length === 0 || (type === "integer" && base.type === "number"));
}

function objectSchema({ properties, rest }: ObjectParts, rendering: Rendering): JsonSchema {
  const schemas: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [name, read] of properties) {
    const property = read();
    if (property.isAbsent) continue;
    schemas[name] = schemaOf(property, rendering);
    const isRequired = property.library.hasOptionalProperties !== true || property.isRequired === true;
    if (isRequired && !property.isOptional()) required.push(name);
  }
  return {
    type: "object",
    ...(properties.size > 0 && { properties: schemas }),
    ...(required.length > 0 && { required }),
    ...(rest === "refused" && { additionalProperties: false }),
    ...(typeof rest === "object" && { additionalProperties: schemaOf(rest, rendering) }),
  };
}
