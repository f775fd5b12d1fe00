/**
 * Resolves references for Swagger UI. Its own resolver reads the whole document anew for each operation that is unfolded,
 * which takes a second where there are many; here a document refers to nothing but its own components.
 */

type Json = string | number | boolean | null | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * @param path of the part that is wanted, from the document's root
 * @returns the part, with what it refers to in place; a schema within itself stays a reference
 */
export function resolveSubtree(
  document: JsonObject,
  path: readonly string[],
): Promise<{ readonly spec: Json | undefined; readonly errors: readonly [] }> {
  const part = at(document, path);
  return Promise.resolve({ spec: part === undefined ? undefined : resolved(part, document, []), errors: [] });
}

/** @param within the references that led here */
function resolved(value: Json, document: JsonObject, within: readonly string[]): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => resolved(item, document, within));
  if (typeof value !== "object" || value === null) return value;
  const { $ref: reference, ...others } = value as JsonObject;
  const inner = Object.fromEntries(
    Object.entries(others).map(([key, each]) => [key, key === "example" ? each : resolved(each, document, within)]),
  );
  if (reference === undefined) return inner;
  if (typeof reference !== "string") return { ...inner, $ref: resolved(reference, document, within) };
  const target = within.includes(reference) ? undefined : at(document, pathOf(reference));
  if (typeof target !== "object" || target === null || Array.isArray(target)) return { ...inner, $ref: reference };
  const found = resolved(target, document, [...within, reference]) as JsonObject;
  // By this, Swagger UI knows what a schema is called.
  return { ...found, ...inner, $$ref: reference };
}

/** `#/components/schemas/User`; what lies elsewhere has no path. */
function pathOf(reference: string): readonly string[] {
  if (!reference.startsWith("#/")) return ["", reference];
  return reference.slice(2).split("/").map(unescaped);
}

function unescaped(step: string): string {
  return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function at(document: JsonObject, path: readonly string[]): Json | undefined {
  let found: Json | undefined = document;
  for (const step of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as JsonObject)[step];
  }
  return found;
}
