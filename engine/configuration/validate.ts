/** Holds a JSON syntax tree against a schema: what fits comes out as a value, the rest as complaints. */
import { closest, distance } from "fastest-levenshtein";
import { getNodeValue, type Node } from "jsonc-parser";
import type { Schema } from "./schema.js";

export interface Complaint {
  /** Offset into the text. */
  readonly offset: number;
  /** A sentence for a person. */
  readonly message: string;
}

export interface Validated {
  /** Without what does not fit: an entry of a list, or a property of the whole, is left out altogether. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly complaints: readonly Complaint[];
}

/** Entries of lists carry the offset at which they stand. */
export const OFFSET = "offset";

/** @param tree the whole text's, an object by the schema */
export function validate(tree: Node, schema: Schema): Validated {
  const complaints: Complaint[] = [];
  const value = read(tree, schema, "The file", complaints) as Record<string, unknown> | undefined;
  return { value: value ?? {}, complaints };
}

/** @param name how a person calls the value */
function read(node: Node, schema: Schema, name: string, complaints: Complaint[]): unknown {
  if (!hasType(node, schema.type)) {
    complaints.push({ offset: node.offset, message: `${name} must be ${TYPES[schema.type]}, not ${written(node)}.` });
    return undefined;
  }
  if (schema.type === "array")
    return (node.children ?? []).flatMap((child) => readEntry(child, schema, name, complaints));
  if (schema.type === "object") return readObject(node, schema, name, complaints);
  return readScalar(node, schema, name, complaints);
}

/** An entry with a mistake in it is left out: half of it would mean something else. */
function readEntry(node: Node, { items }: Schema, list: string, complaints: Complaint[]): unknown[] {
  if (!items) return [];
  const own: Complaint[] = [];
  const value = read(node, items, `An entry of ${list}`, own);
  complaints.push(...own);
  if (own.length > 0) return [];
  return [typeof value === "object" ? { ...value, [OFFSET]: node.offset } : value];
}

function readObject(node: Node, schema: Schema, name: string, complaints: Complaint[]): Record<string, unknown> {
  const { properties = {}, required = [], anyOf } = schema;
  const value: Record<string, unknown> = {};
  const names = new Set<string>();
  for (const { children: [key, child] = [] } of node.children ?? []) {
    if (!key || !child) continue;
    const property = String(key.value);
    names.add(property);
    const known = Object.hasOwn(properties, property) ? properties[property] : undefined;
    if (known) value[property] = read(child, known, `"${property}"`, complaints);
    else complaints.push({ offset: key.offset, message: unknownProperty(property, Object.keys(properties)) });
  }
  const missing = required.filter((property) => !names.has(property)).map(quoted);
  if (missing.length > 0) complaints.push({ offset: node.offset, message: `${name} needs ${missing.join(" and ")}.` });
  if (anyOf && !anyOf.some((group) => group.required.every((property) => names.has(property)))) {
    const choices = anyOf.map((group) => group.required.map(quoted).join(" and "));
    complaints.push({ offset: node.offset, message: `${name} needs ${choices.join(" or ")}.` });
  }
  return value;
}

function readScalar(node: Node, schema: Schema, name: string, complaints: Complaint[]): unknown {
  const value = getNodeValue(node) as string | number;
  const complain = (message: string): undefined => {
    complaints.push({ offset: node.offset, message });
  };
  if (schema.enum && !schema.enum.includes(value)) {
    const allowed = schema.enum.map((each) => JSON.stringify(each)).join(", ");
    complain(`${name} must be one of ${allowed}, not ${written(node)}${suggestion(value, schema.enum)}.`);
    return;
  }
  if (schema.minimum !== undefined && Number(value) < schema.minimum) {
    complain(`${name} must be at least ${String(schema.minimum)}, not ${written(node)}.`);
    return;
  }
  if (schema.minLength !== undefined && String(value).length < schema.minLength) {
    complain(`${name} must not be empty.`);
    return;
  }
  return value;
}

const TYPES: Readonly<Record<Schema["type"], string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  integer: "a whole number",
  number: "a number",
};

function hasType({ type, value }: Node, wanted: Schema["type"]): boolean {
  return wanted === "integer" ? Number.isInteger(value) : type === wanted;
}

function written({ type, value }: Node): string {
  if (type === "array" || type === "object") return TYPES[type];
  return JSON.stringify(value);
}

function unknownProperty(property: string, known: readonly string[]): string {
  const hint = suggestion(property, known) || `. There are ${known.map(quoted).join(", ")}`;
  return `There is no setting ${quoted(property)}${hint}.`;
}

/** `; did you mean "blocking"?`, where something known is written almost like it. */
function suggestion(typed: string | number, known: readonly (string | number)[]): string {
  const words = known.filter((word) => typeof word === "string");
  if (typeof typed !== "string" || words.length === 0) return "";
  const nearest = nearestOf(typed, words);
  return nearest === undefined ? "" : `; did you mean ${quoted(nearest)}`;
}

/** The word that is written most like another one; undefined when none is at all like it. */
export function nearestOf(typed: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const nearest = closest(typed, words);
  const isNear = distance(typed.toLowerCase(), nearest.toLowerCase()) <= Math.max(1, typed.length / 3);
  return isNear ? nearest : undefined;
}

function quoted(word: string): string {
  return `"${word}"`;
}
