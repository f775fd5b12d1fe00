/** JSON Schemas that are objects in the source: with schemas of libraries inside, and references to each other. */
import type ts from "typescript";
import type { Json, JsonSchema } from "../../../schema-reader.js";
import { unwrap } from "../../expressions.js";
import { allowed } from "../type-names.js";
import { unknown, type Visit } from "../visit.js";
import type { TypeWalker } from "../walker.js";
import { jsonSchemaOf } from "./keywords.js";
import type { Reading } from "./reading.js";
import { schemaOf } from "./validator.js";
import { MODULE_SCOPE, nameOf, type Written } from "./written-value.js";

/** @returns undefined where the expression is no object that can be read */
export function writtenSchema(reading: Reading, written: Written, visit: Visit): JsonSchema | undefined {
  const literal = reading.definitions.literal(written);
  if (!literal) return undefined;
  const { walker } = reading;
  const value = reading.constants.value(written, (part) => {
    const { ts } = walker;
    const validator = ts.isCallExpression(unwrap(ts, part.node)) ? reading.read(part) : undefined;
    // A reference to a component is JSON like the rest.
    return validator && (schemaOf(validator, reading) as Json);
  });
  if (value === undefined) return undefined;
  const file = literal.node.getSourceFile().fileName;
  const place = { file, offset: literal.node.getStart() };
  const referTo = (key: string, name: string, make: () => JsonSchema): JsonSchema =>
    reading.components.refer({ key, name: allowed(name), place }, reading.direction, make) ?? {};
  const reference = (name: string): JsonSchema => {
    if (name.startsWith("component:")) return { $ref: name };
    const definition = definitionIn(value, name);
    const key = `json-schema:${file}:${String(place.offset)}`;
    if (definition !== undefined) {
      return referTo(`${key}:${name}`, lastOf(name), () => jsonSchemaOf(definition, reference));
    }
    if (name === "#") return referTo(key, lastOf(idOf(value) ?? "Schema"), () => jsonSchemaOf(value, reference));
    const shared = reading.sharedSchema(lastOf(name));
    if (shared) {
      const { node, identity } = shared;
      const make = (): JsonSchema => writtenSchema(reading, { node, scope: MODULE_SCOPE }, visit) ?? {};
      if (identity) return reading.components.refer(identity, reading.direction, make) ?? {};
      return referTo(`json-schema:${node.getSourceFile().fileName}:${String(node.getStart())}`, lastOf(name), make);
    }
    unknown(visit, `refers to \`${name}\`, which is not known`);
    return {};
  };
  return jsonSchemaOf(value, reference);
}

/** `#/definitions/User` of the schema itself. */
function definitionIn(value: Json, name: string): Json | undefined {
  const [, group = "", key = ""] = /^#\/(definitions|\$defs)\/([^/]+)$/u.exec(name) ?? [];
  return memberOf(memberOf(value, group), key);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, key) ? (value as Readonly<Record<string, Json>>)[key] : undefined;
}

function idOf(value: Json): string | undefined {
  const id = memberOf(value, "$id");
  return typeof id === "string" ? id : undefined;
}

/** `#/components/schemas/user`, `user#` and `https://example.com/user` all are `user`. */
function lastOf(reference: string): string {
  return reference.replace(/#$/u, "").split("/").at(-1) ?? reference;
}

/** The objects in the project's sources that have an `$id`, by the last part of it. */
export function sharedSchemas(walker: TypeWalker): ReadonlyMap<string, ts.ObjectLiteralExpression> {
  const { ts, program } = walker;
  const found = new Map<string, ts.ObjectLiteralExpression>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && nameOf(ts, node.name) === "$id") {
      const id = unwrap(ts, node.initializer);
      const name = ts.isStringLiteralLike(id) ? lastOf(id.text) : "";
      if (name !== "" && !found.has(name)) found.set(name, node.parent);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (walker.isOwn(file) && !file.isDeclarationFile && file.text.includes("$id")) visit(file);
  }
  return found;
}
