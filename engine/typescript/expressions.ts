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

/** The expression that gives the element at an index of `await Promise.all([…])`. */
export function awaitedTogether(ts: TypeScript, node: ts.Expression, index: number): ts.Expression | undefined {
  const call = ts.isAwaitExpression(node) ? node.expression : undefined;
  if (!call || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { name, expression } = call.expression;
  const isTogether = name.text === "all" && ts.isIdentifier(expression) && expression.text === "Promise";
  const [list] = call.arguments;
  if (!isTogether || !list || !ts.isArrayLiteralExpression(list)) return undefined;
  const before = list.elements.slice(0, index + 1);
  return before.some(ts.isSpreadElement) ? undefined : before[index];
}
