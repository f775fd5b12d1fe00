/** How many rounds a loop makes, where that is written out: `i < 50_000_000`, `while (i < LIMIT)`, `Array.from({ length })`. */
import type ts from "typescript";
import { COUNTING } from "./collection-calls.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import { numberOf } from "./written-numbers.js";

/** The initialiser of the `const` that a name in the expression stands for. */
export type ConstantReader = (name: ts.Identifier) => ts.Expression | undefined;

/** The rounds of a loop statement; 0 where nobody can tell, or something may end it before. */
export function roundsOf(typescript: TypeScript, loop: ts.IterationStatement, constant: ConstantReader): number {
  const test = testOf(typescript, loop);
  if (!test || endsEarly(typescript, loop.statement)) return 0;
  const { left, operatorToken, right } = test;
  const { SyntaxKind } = typescript;
  const number = (expression: ts.Expression): number | undefined => constantOf(typescript, expression, constant);
  switch (operatorToken.kind) {
    case SyntaxKind.LessThanToken:
    case SyntaxKind.LessThanEqualsToken:
      return (number(right) ?? 0) / stepOf(typescript, loop, left);
    case SyntaxKind.GreaterThanToken:
    case SyntaxKind.GreaterThanEqualsToken:
      // Counted down, from what it begins with.
      return (number(startOf(typescript, loop) ?? right) ?? 0) / stepOf(typescript, loop, left);
    default:
      return 0;
  }
}

/** The length of an array that is made to be gone over: `Array.from({ length: n })`, `new Array(n).fill(0)`, `Array(n).keys()`. */
export function writtenLength(typescript: TypeScript, expression: ts.Expression, constant: ConstantReader): number {
  const node = unwrap(typescript, expression);
  if (typescript.isArrayLiteralExpression(node)) {
    const [spread] = node.elements;
    return spread && typescript.isSpreadElement(spread) ? writtenLength(typescript, spread.expression, constant) : 0;
  }
  if (!typescript.isCallExpression(node) && !typescript.isNewExpression(node)) return 0;
  const callee = node.expression;
  const [first, second] = node.arguments ?? [];
  if (typescript.isIdentifier(callee) && callee.text === "Array")
    return first ? (constantOf(typescript, first, constant) ?? 0) : 0;
  if (!typescript.isPropertyAccessExpression(callee)) return 0;
  const { expression: owner, name } = callee;
  if (COUNTING.has(callee.getText())) {
    const isToEnd = second !== undefined && !typescript.isFunctionLike(second);
    const count = isToEnd ? second : first;
    return count ? (constantOf(typescript, count, constant) ?? 0) : 0;
  }
  if (name.text === "from" && typescript.isIdentifier(owner) && owner.text === "Array")
    return first && typescript.isObjectLiteralExpression(first) ? lengthIn(typescript, first, constant) : 0;
  return name.text === "fill" || name.text === "keys" ? writtenLength(typescript, owner, constant) : 0;
}

function lengthIn(ts: TypeScript, { properties }: ts.ObjectLiteralExpression, constant: ConstantReader): number {
  const length = properties.find(
    (property) => property.name && ts.isIdentifier(property.name) && property.name.text === "length",
  );
  return length && ts.isPropertyAssignment(length) ? (constantOf(ts, length.initializer, constant) ?? 0) : 0;
}

function constantOf(ts: TypeScript, expression: ts.Expression, constant: ConstantReader): number | undefined {
  const node = unwrap(ts, expression);
  const value = ts.isIdentifier(node) ? constant(node) : node;
  return value && numberOf(ts, value);
}

function testOf(ts: TypeScript, loop: ts.IterationStatement): ts.BinaryExpression | undefined {
  const test = ts.isForStatement(loop)
    ? loop.condition
    : ts.isWhileStatement(loop) || ts.isDoStatement(loop)
      ? loop.expression
      : undefined;
  return test && ts.isBinaryExpression(test) ? test : undefined;
}

/** `let i = 1e7` of a loop that counts down. */
function startOf(ts: TypeScript, loop: ts.IterationStatement): ts.Expression | undefined {
  const list = ts.isForStatement(loop) ? loop.initializer : undefined;
  return list && ts.isVariableDeclarationList(list) ? list.declarations[0]?.initializer : undefined;
}

/** What each round adds to the counter, or takes from it: `i++`, `i += 2`; infinity where it does anything else. */
function stepOf(ts: TypeScript, loop: ts.IterationStatement, counter: ts.Expression): number {
  if (!ts.isIdentifier(counter)) return Infinity;
  const stepIn = (node: ts.Node): number | undefined => {
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node))
      return ts.isIdentifier(node.operand) && node.operand.text === counter.text ? 1 : undefined;
    const isAdded =
      ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken ||
        node.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken);
    return isAdded && ts.isIdentifier(node.left) && node.left.text === counter.text
      ? numberOf(ts, node.right)
      : undefined;
  };
  const visit = (node: ts.Node): number | undefined => stepIn(node) ?? ts.forEachChild(node, visit);
  const step = ts.isForStatement(loop) ? loop.incrementor && stepIn(loop.incrementor) : visit(loop.statement);
  return step !== undefined && step > 0 ? step : Infinity;
}

/** `break`, `return`, `throw` or `yield` in the loop itself: most of the rounds may never be made. */
function endsEarly(ts: TypeScript, body: ts.Node): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isBreakStatement(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
    if (ts.isYieldExpression(node)) return true;
    return ts.forEachChild(node, visit) === true;
  };
  return visit(body);
}
