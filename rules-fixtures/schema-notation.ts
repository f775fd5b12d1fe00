/** JSON Schemas in a notation that reads like TypeScript: `{ name: string, tags?: string[] }`. */
import type { ApiDocument, OpenApiOperation } from "@loopguard/engine";

type Document = ApiDocument["document"];
type Schema = NonNullable<NonNullable<OpenApiOperation["responses"][string]["content"]>[string]["schema"]>;

/** `POST /users body: NewUser`, `POST /users 201: User`; then what the names stand for. */
export function bodiesOf({ paths, components: { schemas = {} } = {} }: Document): string[] {
  const lines = Object.entries(paths).flatMap(([url, item]) =>
    Object.entries(item as Readonly<Record<string, OpenApiOperation>>).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${url}`;
      const parts = [
        ...(operation.parameters ?? []).map((each) => [`${each.in}.${each.name}`, each.schema ?? {}] as const),
        ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => ["body", schema ?? {}] as const),
        ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) =>
          Object.values(content).map(({ schema }) => [status, schema ?? {}] as const),
        ),
      ];
      return parts.map(([part, schema]) => `${name} ${part}: ${notation(schema)}`);
    }),
  );
  return [...lines, ...Object.entries(schemas).map(([name, schema]) => `${name} = ${notation(schema)}`)];
}

function notation(schema: Schema): string {
  const { $ref, type, anyOf, oneOf, allOf, not, enum: values, const: value, properties, required = [], items } = schema;
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf("/") + 1);
  if (anyOf ?? oneOf) return (anyOf ?? oneOf ?? []).map(notation).join(" | ");
  if (allOf) return allOf.map(notation).join(" & ");
  if (not) return `not ${notation(not)}`;
  if (values) return values.map((each) => JSON.stringify(each)).join(" | ");
  if (value !== undefined) return JSON.stringify(value);
  if (items) return `${notation(items)}[]${limits(schema)}`;
  if (properties) {
    const all = Object.entries(properties).map(
      ([name, each]) => `${name}${required.includes(name) ? "" : "?"}: ${notation(each)}`,
    );
    return `{ ${all.join(", ")} }`;
  }
  return `${type === undefined ? "unknown" : String(type)}${limits(schema)}`;
}

/** `(minLength 1, format email)` */
function limits(schema: Schema): string {
  const known = new Set(["type", "items", "additionalProperties", "required", "description"]);
  const others = Object.entries(schema).filter(([key]) => !known.has(key));
  return others.length === 0 ? "" : `(${others.map(([key, each]) => `${key} ${String(each)}`).join(", ")})`;
}
