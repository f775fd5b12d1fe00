/** Where a walk through types is, what it may still spend, and what it brings back. */
import type ts from "typescript";

import type { Direction, JsonSchema, SchemaProblem } from "../../schema-reader.js";
import type { Bindings } from "./bindings.js";

export interface Visit {
  readonly direction: Direction;
  /** Where problems are shown. */
  readonly node: ts.Node;
  /** What problems are about: `User.settings`. */
  readonly subject: string;
  /** The type as it is written, where it is. */
  readonly written?: ts.TypeNode | undefined;
  /** What type parameters stand for. */
  readonly bindings: Bindings;
  /** A type that is read as itself, not as the schema that it is inferred from. */
  readonly unlinked?: ts.Type;
  /** The types that are being written out around this one. */
  readonly inside: readonly ts.Type[];
  /** The generic components around this one, by what declares them. */
  readonly lineage: readonly string[];
  readonly problems: SchemaProblem[];
  readonly budget: Budget;
}

/** How many types may still be visited, so that nothing expands without end. */
export interface Budget {
  left: number;
}

/** What `JSON.stringify` makes of a value. */
export interface Outcome {
  /** Undefined where nothing comes of it at all: `undefined`, functions, symbols. */
  readonly schema: JsonSchema | undefined;
  /** Nothing may come of it: `User | undefined`. */
  readonly mayBeAbsent: boolean;
}

export const ABSENT: Outcome = { schema: undefined, mayBeAbsent: true };

export function present(schema: JsonSchema): Outcome {
  return { schema, mayBeAbsent: false };
}

/** The outcome of what cannot be expressed, or is not known: anything. */
export function unknown(visit: Visit, reason: string): Outcome {
  report(visit, reason);
  return present({});
}

export function report({ node, subject, problems }: Visit, reason: string): void {
  const file = node.getSourceFile();
  const span = { start: node.getStart(file), end: node.end };
  const isKnown = problems.some((problem) => problem.span.start === span.start && problem.reason === reason);
  if (!isKnown) problems.push({ file: file.fileName, span, subject, reason });
}

/** What stands in an array for a value: `null` for what is absent. */
export function inArray({ schema, mayBeAbsent }: Outcome): JsonSchema {
  if (schema === undefined) return { type: "null" };
  return mayBeAbsent ? nullable(schema) : schema;
}

/** The schema, or null. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (isAnything(schema)) return schema;
  if (type !== undefined) {
    const types = typeof type === "string" ? [type] : type;
    if (types.includes("null")) return schema;
    const { const: value, ...rest } = schema;
    const all = value === undefined ? values : [value];
    return { ...rest, type: [...types, "null"], ...(all && { enum: [...all, null] }) };
  }
  if (schema.anyOf && Object.keys(schema).length === 1) return { anyOf: [...schema.anyOf, { type: "null" }] };
  return { anyOf: [schema, { type: "null" }] };
}

function isAnything(schema: JsonSchema): boolean {
  return Object.keys(schema).length === 0;
}
