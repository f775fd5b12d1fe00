/** Awaits that let nothing else run, because what is awaited has settled already: `await null`, `await plain(1)`. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** As the expression itself says; what functions give is not looked at. */
export function isPlainlySettled(typescript: TypeScript, node: ts.AwaitExpression): boolean {
  const called = unwrap(typescript, node.expression);
  const isOfFunction = typescript.isCallExpression(called) && typescript.isIdentifier(called.expression);
  return !isOfFunction && isSettled(typescript, node);
}

export function isSettled(typescript: TypeScript, { expression }: ts.AwaitExpression): boolean {
  const node = unwrap(typescript, expression);
  if (typescript.isLiteralExpression(node) || node.kind === typescript.SyntaxKind.NullKeyword) return true;
  if (typescript.isIdentifier(node)) return node.text === "undefined";
  if (!typescript.isCallExpression(node)) return false;
  const callee = unwrap(typescript, node.expression);
  if (typescript.isIdentifier(callee)) return neverWaits(typescript, callee, false);
  const [value] = node.arguments;
  return (
    isResolve(typescript, callee) && (value === undefined || !contains(typescript, value, typescript.isCallExpression))
  );
}

/** `for await` over what a generator of the file gives that waits for nothing. */
export function isSettledIteration(typescript: TypeScript, { expression }: ts.ForOfStatement): boolean {
  const node = unwrap(typescript, expression);
  if (!typescript.isCallExpression(node) || !typescript.isIdentifier(node.expression)) return false;
  return neverWaits(typescript, node.expression, true);
}

/** Whether an asynchronous function awaits nothing, and gives nothing that might have to be waited for. */
function neverWaits(ts: TypeScript, name: ts.Identifier, isGenerator: boolean): boolean {
  const found = functionNamed(ts, name);
  if (!found?.body || (found.asteriskToken !== undefined) !== isGenerator) return false;
  if (found.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) !== true) return false;
  if (!ts.isBlock(found.body)) return !mayWait(ts, found.body);
  return !contains(
    ts,
    found.body,
    (node) =>
      ts.isAwaitExpression(node) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
      ((ts.isReturnStatement(node) || ts.isYieldExpression(node)) &&
        node.expression !== undefined &&
        mayWait(ts, node.expression)),
  );
}

/** The function that the name is given to in one of the blocks around. */
function functionNamed(
  ts: TypeScript,
  name: ts.Identifier,
): ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | undefined {
  for (let at: ts.Node = name.parent; ; at = at.parent) {
    const statements = ts.isBlock(at) || ts.isSourceFile(at) ? at.statements : [];
    for (const statement of statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name.text) return statement;
      const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
      for (const declaration of declarations) {
        if (!ts.isIdentifier(declaration.name) || declaration.name.text !== name.text) continue;
        const value = declaration.initializer;
        return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
      }
    }
    if (ts.isSourceFile(at)) return undefined;
  }
}

/** What a call gives may be a promise, and so may what a name stands for that nobody looks up here. */
function mayWait(ts: TypeScript, expression: ts.Expression): boolean {
  return contains(
    ts,
    expression,
    (node) => ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isPropertyAccessExpression(node),
  );
}

/** Whether it, or something in it, matches; functions inside are their own. */
function contains(ts: TypeScript, node: ts.Node, matches: (child: ts.Node) => boolean): boolean {
  const visit = (child: ts.Node): boolean =>
    matches(child) ||
    (!ts.isFunctionLike(child) && ts.forEachChild(child, (inner) => visit(inner) || undefined) === true);
  return visit(node);
}

function isResolve(ts: TypeScript, callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression)) return false;
  return callee.name.text === "resolve" && callee.expression.text === "Promise";
}
