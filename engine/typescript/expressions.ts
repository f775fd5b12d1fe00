/** Looks through syntax that leaves a value what it is. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";

/** The expression inside parentheses, casts and `await`. */
export function unwrap(ts: TypeScript, expression: ts.Expression): ts.Expression {
  const isWrapper = wrappersOf(ts);
  let node = expression;
  while (isWrapper[node.kind] === true) node = (node as ts.ParenthesizedExpression).expression;
  return node;
}

const known = new WeakMap<TypeScript, readonly boolean[]>();

/** By kind: a table, since every expression of every file passes here. Kinds are renumbered between versions. */
function wrappersOf(typescript: TypeScript): readonly boolean[] {
  const table = known.get(typescript);
  if (table) return table;
  const { SyntaxKind } = typescript;
  const kinds: readonly number[] = [
    SyntaxKind.ParenthesizedExpression,
    SyntaxKind.AsExpression,
    SyntaxKind.NonNullExpression,
    SyntaxKind.SatisfiesExpression,
    SyntaxKind.TypeAssertionExpression,
    SyntaxKind.AwaitExpression,
  ];
  const made = Array.from({ length: Math.max(...kinds) + 1 }, (_, kind) => kinds.includes(kind));
  known.set(typescript, made);
  return made;
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

/** `null`, `undefined`, `void 0`: what has no members. */
export function isNothing(ts: TypeScript, node: ts.Expression): boolean {
  return (
    node.kind === ts.SyntaxKind.NullKeyword ||
    ts.isVoidExpression(node) ||
    (ts.isIdentifier(node) && node.text === "undefined")
  );
}

/** `a ?? b`, `isNew ? a : b`: the values of which it is one, as far as they have members. */
export function choicesOf(ts: TypeScript, node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (!ts.isBinaryExpression(node)) return undefined;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.BarBarToken:
      return [node.left, node.right];
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [node.right];
    default:
      return undefined;
  }
}
