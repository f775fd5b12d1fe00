/** Which value a name has while a function runs on behalf of a handler: roles, and what its caller wrote. */
import type { Span } from "../facts/facts.js";
import type { Chain, ChainStep, Written } from "../handler-reader.js";
import type { Maker, SchemaRequest } from "../schema-reader.js";
import type { Code } from "./code.js";
import type { Role } from "./conventions.js";
import type { Place } from "./place-pattern.js";

export type Bound =
  /** What is known of its members may be written out. */
  | { readonly is: "role"; readonly role: Role; readonly written?: Written }
  | { readonly is: "written"; readonly written: Written; readonly frame: Frame };

export interface Frame {
  readonly file: string;
  /** By {@link parameterKey}. */
  readonly bindings: ReadonlyMap<string, Bound>;
  /** The calls by which the function is reached, as far as they tell type parameters. */
  readonly within?: readonly Maker[];
}

/** A value, and where it is read. */
export interface Found {
  readonly value: Written;
  readonly frame: Frame;
}

/** An expression, and where it is read. */
export interface Expression {
  readonly file: string;
  readonly span: Span;
}

export function parameterKey(functionStart: number, index: number): string {
  return `${String(functionStart)}:${String(index)}`;
}

/** What a chain stands for, seen through parameters. */
export function placeOf(chain: Chain, frame: Frame, code: Code): Place {
  const { root, steps } = chain;
  if (root.is === "parameter") {
    const bound = frame.bindings.get(parameterKey(root.function, root.index));
    if (bound?.is === "role") return { root: { is: "role", role: bound.role }, steps };
    const written = bound && memberOf(bound.written, steps);
    if (bound && written?.value.is === "chain") {
      const outer = placeOf(written.value.chain, bound.frame, code);
      return { root: outer.root, steps: [...outer.steps, ...written.rest] };
    }
    return { root: { is: "unknown" }, steps };
  }
  // An instance of the handler's class: some of them answer by their own methods.
  if (root.is === "name" && root.name === "this") return { root: { is: "role", role: "this" }, steps };
  if (root.is === "name") {
    for (const reference of code.reference(frame.file, root.offset))
      if (reference.is === "external") return { root: reference, steps };
  }
  return { root: { is: "unknown" }, steps };
}

/** The value as its caller wrote it, where it is a parameter (or a property of one) that nothing was done with. */
export function resolved(value: Written, frame: Frame): { readonly value: Written; readonly frame: Frame } {
  if (value.is !== "chain" || value.chain.root.is !== "parameter") return { value, frame };
  const { root, steps } = value.chain;
  const bound = frame.bindings.get(parameterKey(root.function, root.index));
  if (!bound?.written || (bound.is === "role" && steps.length === 0)) return { value, frame };
  const member = memberOf(bound.written, steps);
  if (!member || member.rest.length > 0) return { value, frame };
  return bound.is === "role"
    ? { value: { ...member.value, span: value.span }, frame }
    : resolved(member.value, bound.frame);
}

/** The literal that is written there. */
export function literalOf(value: Written, frame: Frame): string | number | boolean | null | undefined {
  const { value: written } = resolved(value, frame);
  return written.is === "literal" ? written.value : undefined;
}

export function expressionOf(value: Written, frame: Frame): Expression {
  const { value: written, frame: at } = resolved(value, frame);
  return { file: at.file, span: written.span };
}

/** The type of an expression that is read there. */
export function typeSource(
  { file, within }: Frame,
  span: Span,
  direction: SchemaRequest["direction"],
): Extract<SchemaRequest, { of: "expression" }> {
  return { of: "expression", direction, file, span, ...(within && { within }) };
}

/**
 * The value at a place among a call's arguments: `0`, `1.status`.
 *
 * @returns the value, resolved through parameters
 */
export function argumentAt(
  written: readonly Written[],
  where: string,
  frame: Frame,
): { readonly value: Written; readonly frame: Frame } | undefined {
  const [index, ...names] = where.split(".");
  const value = written[Number(index)];
  let found = value && resolved(value, frame);
  for (const name of names) {
    const property =
      found?.value.is === "object" ? found.value.properties.find((each) => each.name === name) : undefined;
    found = property && found && resolved(property.value, found.frame);
  }
  return found;
}

function memberOf(
  value: Written,
  steps: readonly ChainStep[],
): { readonly value: Written; readonly rest: readonly ChainStep[] } | undefined {
  const [step, ...rest] = steps;
  if (value.is !== "object" || step?.do !== "member") return { value, rest: steps };
  const property = value.properties.find(({ name }) => name === step.name);
  if (property) return memberOf(property.value, rest);
  // A method without arguments, by what it returns: `error.getStatus()`.
  const [call, ...others] = rest;
  const result = value.properties.find(({ name }) => name === `${step.name}()`);
  return result && call?.do === "call" ? memberOf(result.value, others) : undefined;
}
