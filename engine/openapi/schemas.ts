/** Small questions about JSON Schemas, and putting several together. */
import { COMPONENTS, type Json, type JsonSchema } from "../schema-reader.js";

export type Components = Readonly<Record<string, JsonSchema>>;

/** What a reference stands for; the schema itself when it is none. */
export function dereferenced(schema: JsonSchema, components: Components): JsonSchema {
  let found = schema;
  for (let hops = 0; found.$ref !== undefined && hops < 8; hops++)
    found = components[found.$ref.slice(COMPONENTS.length)] ?? {};
  return found;
}

/** Nothing is known of the value. */
export function saysNothing(schema: JsonSchema): boolean {
  return Object.keys(schema).every((key) => key === "description" || key === "title");
}

/** The properties of an object, those of all parts of an intersection; undefined for anything else. */
export function propertiesOf(
  schema: JsonSchema,
  components: Components,
): { readonly properties: Readonly<Record<string, JsonSchema>>; readonly required: readonly string[] } | undefined {
  const known = dereferenced(schema, components);
  const parts = (known.allOf ?? []).map((part) => propertiesOf(part, components));
  const own = known.properties ? [{ properties: known.properties, required: known.required ?? [] }] : [];
  const all = [...own, ...parts.filter((part) => part !== undefined)];
  const [first, ...others] = all;
  if (!first || others.length === 0) return first;
  return {
    properties: Object.assign({}, ...all.map(({ properties }) => properties)) as Record<string, JsonSchema>,
    required: all.flatMap(({ required }) => required),
  };
}

/** Any of the schemas, each once; what says nothing counts only where nothing else is known. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const telling = schemas.filter((schema) => !saysNothing(schema));
  const different = [...new Map(telling.map((schema) => [stableText(schema), schema])).values()];
  const distinct = different.filter((schema) => !different.some((other) => other !== schema && isLess(schema, other)));
  const [only] = distinct;
  if (!only) return schemas[0] ?? {};
  return distinct.length === 1 ? only : { anyOf: distinct };
}

/** The other says the same, and of lists that are not known to hold anything what they hold: `{ items: [] }`. */
function isLess(schema: JsonSchema, other: JsonSchema): boolean {
  if (schema.items !== undefined && schema.items !== false && saysNothing(schema.items))
    return other.items !== undefined && stableText({ ...schema, items: 0 }) === stableText({ ...other, items: 0 });
  const { properties } = schema;
  if (!properties || !other.properties) return false;
  const others = other.properties;
  const isSame = stableText({ ...schema, properties: 0 }) === stableText({ ...other, properties: 0 });
  return (
    isSame &&
    Object.keys(properties).length === Object.keys(others).length &&
    Object.entries(properties).every(([name, each]) => {
      const its = others[name];
      return its !== undefined && (stableText(each) === stableText(its) || isLess(each, its));
    })
  );
}

/** What JSON Schema calls the type of a value that is written out. */
export function typeOfLiteral(value: Json): "string" | "number" | "integer" | "boolean" {
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** The same text for the same schema, in whatever order its keys stand. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`;
  if (value === undefined) return "";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${stableText(each)}`).join()}}`;
}

/** The components that the value refers to, and those that these refer to. */
export function usedComponents(value: unknown, components: Components): Components {
  const used = new Set<string>();
  collect(value);
  return Object.fromEntries(Object.entries(components).filter(([name]) => used.has(name)));

  function collect(each: unknown): void {
    if (typeof each === "string") {
      const name = each.startsWith(COMPONENTS) ? each.slice(COMPONENTS.length) : undefined;
      if (name === undefined || used.has(name)) return;
      used.add(name);
      collect(components[name]);
    } else if (typeof each === "object" && each !== null) {
      for (const inner of Object.values(each)) collect(inner);
    }
  }
}
