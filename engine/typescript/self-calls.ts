/** Functions that call themselves several times over, each time with a little less: `fib(n - 1) + fib(n - 2)`. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

export interface SelfCalls {
  /** The calls, in the order of the source. */
  readonly calls: readonly ts.CallExpression[];
  /** What gets less: `n`. */
  readonly size: ts.Expression;
}

/**
 * The calls of itself that one run of a function makes, where there are two or more of them and nothing remembers
 * their results.
 *
 * @param isItself whether what is called is the function
 */
export function repeatedSelfCalls(
  typescript: TypeScript,
  body: ts.Node,
  isItself: (callee: ts.Expression) => boolean,
): SelfCalls | undefined {
  if (remembers(typescript, body)) return undefined;
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isFunctionLike(node)) return;
    if (typescript.isCallExpression(node) && isItself(node.expression)) calls.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(body);
  const [first, ...others] = calls.filter((call) => sizeOf(typescript, call) !== undefined);
  const together = first ? others.filter((other) => areBothMade(typescript, body, first, other)) : [];
  const size = first && sizeOf(typescript, first);
  return first && size && together.length > 0 ? { calls: [first, ...together], size } : undefined;
}

/** `n` of `f(n - 1, other)`. */
function sizeOf(ts: TypeScript, call: ts.CallExpression): ts.Expression | undefined {
  for (const argument of call.arguments) {
    const node = unwrap(ts, argument);
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.MinusToken &&
      ts.isIdentifier(node.left) &&
      ts.isNumericLiteral(node.right)
    )
      return node.left;
  }
  return undefined;
}

/** Whether something looks up there what was computed, or visited, before; functions inside are their own. */
export function remembers(typescript: TypeScript, body: ts.Node): boolean {
  const visit = (node: ts.Node): boolean | undefined =>
    looksUp(typescript, node) ||
    typescript.forEachChild(node, (child) => (typescript.isFunctionLike(child) ? undefined : visit(child)));
  return visit(body) === true;
}

/** What was computed before is asked for: `memo.has(n)`, `cache.get(n)`, `memo[n]`. */
function looksUp(ts: TypeScript, node: ts.Node): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { text } = node.expression.name;
  return text === "has" || text === "get";
}

/** Neither stands in a branch that the other one excludes. */
function areBothMade(ts: TypeScript, body: ts.Node, one: ts.Node, other: ts.Node): boolean {
  for (let child = one, at = one.parent; child !== body; child = at, at = at.parent) {
    const isInside = other.pos >= at.pos && other.end <= at.end;
    if (isInside) {
      if (ts.isIfStatement(at)) return child === at.expression;
      if (ts.isConditionalExpression(at)) return child === at.condition;
      if (ts.isCaseBlock(at)) return false;
      // Of `a() || b()` and `a() && b()` the second may never be made, and often is.
      return true;
    }
    // What returns in a branch is not followed by what stands after it.
    if (ts.isReturnStatement(at) && !isLast(ts, at, body)) return false;
  }
  return true;
}

function isLast(ts: TypeScript, statement: ts.Node, body: ts.Node): boolean {
  return statement.parent === body && ts.isBlock(body) && body.statements.at(-1) === statement;
}
