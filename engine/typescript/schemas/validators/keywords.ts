/** Keywords of JSON Schema from objects in the source: options, meta data, whole schemas. */
import type { Json, JsonSchema } from "../../../schema-reader.js";

/** Keywords that say something of values, or to people; not those that hold schemas. */
const KEYWORDS = new Set([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "format",
  "const",
  "enum",
  "default",
  "examples",
  "minLength",
  "maxLength",
  "pattern",
  "contentEncoding",
  "contentMediaType",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minProperties",
  "maxProperties",
  "minItems",
  "maxItems",
  "uniqueItems",
  "type",
]);
const SCHEMA_KEYWORDS = ["items", "additionalProperties", "propertyNames", "contains", "not"];
const LIST_KEYWORDS = ["anyOf", "oneOf", "allOf", "prefixItems"];
const MAP_KEYWORDS = ["properties", "patternProperties"];

type JsonObject = Readonly<Record<string, Json>>;

/** The plain keywords of an object. `example` is one of the `examples`. */
export function keywordsOf(value: Json | undefined): JsonSchema {
  if (!isObject(value)) return {};
  const keywords: Record<string, Json> = {};
  for (const [name, content] of Object.entries(value)) if (KEYWORDS.has(name)) keywords[name] = content;
  if (value["example"] !== undefined && !("examples" in value)) keywords["examples"] = [value["example"]];
  // Some notations name examples: `{ simple: { value: 1 } }`.
  if (isObject(keywords["examples"])) {
    keywords["examples"] = Object.values(keywords["examples"]).map((one) =>
      isObject(one) ? (one["value"] ?? null) : one,
    );
  }
  return keywords;
}

/**
 * A JSON Schema of any draft, or of OpenAPI 3.0, as one of 2020-12.
 *
 * @param reference what to say for a `$ref`
 */
export function jsonSchemaOf(value: Json, reference: (name: string) => JsonSchema): JsonSchema {
  if (value === false) return { not: {} };
  if (!isObject(value)) return {};
  const { $ref } = value;
  if (typeof $ref === "string") return { ...reference($ref), ...keywordsOf(value) };
  const inner = (part: Json): JsonSchema => jsonSchemaOf(part, reference);
  const schema: Record<string, unknown> = { ...keywordsOf(value) };
  for (const name of SCHEMA_KEYWORDS) {
    const content = value[name];
    if (typeof content === "boolean") schema[name] = content;
    else if (content !== undefined && !Array.isArray(content)) schema[name] = inner(content);
  }
  for (const name of LIST_KEYWORDS) {
    const content = value[name];
    if (Array.isArray(content)) schema[name] = content.map((part) => inner(part as Json));
  }
  for (const name of MAP_KEYWORDS) {
    const content = value[name];
    if (isObject(content)) {
      schema[name] = Object.fromEntries(Object.entries(content).map(([key, part]) => [key, inner(part)]));
    }
  }
  if (Array.isArray(value["required"])) schema["required"] = value["required"];
  if (isObject(value["discriminator"])) schema["discriminator"] = value["discriminator"];
  // Drafts before 2020-12: a list in `items`, and what follows it.
  const { items, additionalItems } = value;
  if (Array.isArray(items)) {
    schema["prefixItems"] = items.map((part) => inner(part as Json));
    if (additionalItems === false) schema["maxItems"] ??= items.length;
    else if (isObject(additionalItems)) schema["items"] = inner(additionalItems);
  }
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    const isExclusive = schema[exclusive];
    schema[exclusive] = isExclusive ? schema[limit] : undefined;
    if (isExclusive) schema[limit] = undefined;
  }
  if (schema["type"] === undefined && "properties" in schema) schema["type"] = "object";
  if (value["nullable"] === true && typeof schema["type"] === "string") schema["type"] = [schema["type"], "null"];
  return Object.fromEntries(Object.entries(schema).filter(([, content]) => content !== undefined));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
