/** Reads texts that are put together of others and of names: `${base}/users`, `base + "/users"`. */
import type ts from "typescript";
import type { NamedPartFact, TextPartFact, ValueFact } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** No path is put together of more; a longer sum is data, and looked at once for each of its operators. */
const MAX_OPERANDS = 32;

/** The text; undefined where it has spaces, as sentences have, or something is in it that is no name. */
export function textOf(ts: TypeScript, expression: ts.Expression): ValueFact | undefined {
  const parts = partsOf(ts, expression);
  if (!parts?.some(({ is }) => is === "name") || !parts.every(isPartOfPath)) return undefined;
  // What is added to a name may be a number.
  const isText = !ts.isBinaryExpression(expression) || parts.some(({ is }) => is === "string");
  return isText ? { is: "template", parts } : undefined;
}

function partsOf(ts: TypeScript, expression: ts.Expression): readonly TextPartFact[] | undefined {
  const node = unwrap(ts, expression);
  if (ts.isStringLiteralLike(node)) return [{ is: "string", value: node.text }];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ expression: inner, literal }) => {
      const parts = partsOf(ts, inner);
      return parts && [...parts, { is: "string", value: literal.text } as const];
    });
    return together([[{ is: "string", value: node.head.text }], ...spans]);
  }
  const operands = operandsOf(ts, node);
  if (operands) return operands.length > MAX_OPERANDS ? undefined : together(operands.map((each) => partsOf(ts, each)));
  const named = namedPart(ts, node);
  return named && [named];
}

/** What a sum adds, as far as it matters how many; undefined where it is no sum. */
function operandsOf(ts: TypeScript, sum: ts.Expression): readonly ts.Expression[] | undefined {
  const operands: ts.Expression[] = [];
  let node = sum;
  while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    operands.unshift(node.right);
    node = unwrap(ts, node.left);
    if (operands.length > MAX_OPERANDS) return operands;
  }
  return node === sum ? undefined : [node, ...operands];
}

/** Without the empty parts that a template has between two names. */
function together(all: readonly (readonly TextPartFact[] | undefined)[]): readonly TextPartFact[] | undefined {
  const known = all.filter((parts) => parts !== undefined);
  if (known.length < all.length) return undefined;
  return known.flat().filter((part) => part.is === "name" || part.value !== "");
}

function namedPart(ts: TypeScript, node: ts.Expression): NamedPartFact | undefined {
  if (ts.isIdentifier(node)) return { is: "name", name: node.text, offset: node.getStart(), member: [] };
  if (node.kind === ts.SyntaxKind.ThisKeyword) return { is: "name", name: "this", offset: node.getStart(), member: [] };
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const receiver = namedPart(ts, unwrap(ts, node.expression));
  return receiver && { ...receiver, member: [...receiver.member, node.name.text] };
}

function isPartOfPath(part: TextPartFact): boolean {
  return part.is === "name" || !/\s/u.test(part.value);
}
