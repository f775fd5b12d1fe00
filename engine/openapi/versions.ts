/** The same document in other versions of OpenAPI: what 3.0 has no words for is said as well as it can be. */
import type { OpenApiDocument, OpenApiVersion, Operation, PathItem } from "./document.js";
import { METHODS } from "./document.js";

type Plain = Readonly<Record<string, unknown>>;

/** @param document as `openApiDocument` makes it */
export function inVersion(document: OpenApiDocument, version: OpenApiVersion): OpenApiDocument {
  if (version === "3.2") return { ...document, openapi: "3.2.0", paths: mapped(document.paths, withAllMethods) };
  const known = { ...document, paths: mapped(document.paths, withKnownMethods) };
  if (version === "3.1") return { ...known, openapi: "3.1.1" };
  return { ...(downgraded(known) as OpenApiDocument), openapi: "3.0.4" };
}

/** Methods that the version has no field for are additional operations. */
function withAllMethods(item: PathItem): PathItem {
  const entries = Object.entries(item as Readonly<Record<string, Operation>>);
  const fields = entries.filter(([method]) => isField(method) || method === "query");
  const others = entries.filter(([method]) => !isField(method) && method !== "query");
  return {
    ...(Object.fromEntries(fields) as PathItem),
    ...(others.length > 0 && {
      additionalOperations: Object.fromEntries(others.map(([method, operation]) => [method.toUpperCase(), operation])),
    }),
  };
}

/** Methods that the version has no field for are left out. */
function withKnownMethods(item: PathItem): PathItem {
  return Object.fromEntries(Object.entries(item).filter(([method]) => isField(method)));
}

function isField(method: string): boolean {
  return METHODS.some((known) => known === method);
}

function mapped<T>(items: Readonly<Record<string, T>>, change: (item: T) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(items)
      .map(([key, item]): [string, T] => [key, change(item)])
      .filter(([, item]) => Object.keys(item as object).length > 0),
  );
}

/** Every schema of the document as 3.0 has it: by its place, since keywords may be names of properties. */
function downgraded(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => downgraded(each));
  if (typeof value !== "object" || value === null) return value;
  if (key === "schema") return schemaIn30(value as Plain);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      key === "schemas" ? [name, schemaIn30(each as Plain)] : [name, downgraded(each, name)],
    ),
  );
}

const SCHEMA_LISTS = new Set(["anyOf", "oneOf", "allOf"]);
/** Keywords that 3.0 has not; what they say is lost where nothing below says otherwise. */
const UNKNOWN_IN_30 = new Set([
  ...["prefixItems", "patternProperties", "propertyNames", "contains", "contentEncoding", "contentMediaType"],
  ...["const", "examples", "type", "exclusiveMinimum", "exclusiveMaximum", "items"],
]);

function schemaIn30(schema: Plain): Plain {
  const { $ref } = schema;
  // Beside a reference, 3.0 reads nothing.
  if ($ref !== undefined)
    return Object.keys(schema).length === 1 ? schema : { allOf: [{ $ref }], ...schemaIn30(without(schema, "$ref")) };
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (UNKNOWN_IN_30.has(keyword)) continue;
    if (keyword === "properties") result[keyword] = mapped(value as Record<string, Plain>, schemaIn30Property);
    else if (SCHEMA_LISTS.has(keyword)) result[keyword] = (value as readonly Plain[]).map(schemaIn30);
    else if ((keyword === "additionalProperties" || keyword === "not") && typeof value === "object")
      result[keyword] = schemaIn30(value as Plain);
    else result[keyword] = value;
  }
  return withoutNull({
    ...result,
    ...typeIn30(schema),
    ...limitsIn30(schema),
    ...itemsIn30(schema),
    ...valuesIn30(schema),
  });
}

/** Kept even if it is empty: the property is there. */
function schemaIn30Property(schema: Plain): Plain {
  return schemaIn30(schema);
}

function typeIn30({ type, const: constant }: Plain): Plain {
  if (!Array.isArray(type)) {
    if (type === "null" || constant === null) return { nullable: true, enum: [null] };
    return type === undefined ? {} : { type };
  }
  const types = (type as readonly string[]).filter((each) => each !== "null");
  const nullable = types.length < type.length ? { nullable: true } : {};
  return types.length === 1
    ? { type: types[0], ...nullable }
    : { anyOf: types.map((each) => ({ type: each })), ...nullable };
}

function limitsIn30({ exclusiveMinimum, exclusiveMaximum }: Plain): Plain {
  return {
    ...(exclusiveMinimum !== undefined && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum !== undefined && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}

/** A tuple becomes an array of as many items of any of its kinds. */
function itemsIn30({ type, items, prefixItems }: Plain): Plain {
  if (Array.isArray(prefixItems)) {
    const kinds = (prefixItems as readonly Plain[]).map(schemaIn30);
    const rest = typeof items === "object" && items !== null ? [schemaIn30(items as Plain)] : [];
    const all = [...new Map([...kinds, ...rest].map((each) => [JSON.stringify(each), each])).values()];
    const [only] = all;
    const limit = items === false ? { maxItems: prefixItems.length } : {};
    return { items: all.length === 1 ? only : { anyOf: all }, minItems: prefixItems.length, ...limit };
  }
  if (typeof items === "object" && items !== null) return { items: schemaIn30(items as Plain) };
  return type === "array" || (Array.isArray(type) && type.includes("array")) ? { items: {} } : {};
}

function valuesIn30({ const: constant, examples, enum: values }: Plain): Plain {
  return {
    ...(constant !== undefined && constant !== null && { enum: [constant] }),
    ...(Array.isArray(examples) && examples.length > 0 && { example: examples[0] as unknown }),
    ...(Array.isArray(values) && values.includes(null) && { nullable: true }),
  };
}

/** `anyOf: [A, null]` is A that may be null. */
function withoutNull(schema: Record<string, unknown>): Plain {
  for (const list of ["anyOf", "oneOf"]) {
    const members = schema[list] as readonly Plain[] | undefined;
    if (!members) continue;
    const others = members.filter((each) => !isNull(each));
    if (others.length === members.length) continue;
    const [only] = others;
    const rest = without(schema, list);
    if (others.length !== 1 || !only) return { ...rest, [list]: others, nullable: true };
    return only["$ref"] === undefined
      ? { ...rest, ...only, nullable: true }
      : { ...rest, allOf: [only], nullable: true };
  }
  return schema;
}

function isNull({ nullable, enum: values }: Plain): boolean {
  return nullable === true && Array.isArray(values) && values.length === 1 && values[0] === null;
}

function without(schema: Plain, keyword: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword));
}
