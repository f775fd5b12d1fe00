/** Looks through syntax that leaves a value what it is. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

/** The expression inside parentheses, casts and `await`. */
export function unwrap(ts: TypeScript, expression: ts.Expression): ts.Expression {
  let node = expression;
  while (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isAwaitExpression(node)
  ) {
    node = node.expression;
  }
  return node;
}
