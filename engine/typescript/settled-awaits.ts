/** Awaits that let nothing else run, because what is awaited has settled already: `await null`, `await plain(1)`. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { declaredAround } from "./declared-around.js";
import { unwrap } from "./expressions.js";

/** As the expression itself says; what functions give is not looked at. */
export function isPlainlySettled(typescript: TypeScript, node: ts.AwaitExpression): boolean {
  const called = unwrap(typescript, node.expression);
  const isOfFunction =
    typescript.isCallExpression(called) && !isResolve(typescript, unwrap(typescript, called.expression));
  return !isOfFunction && isSettled(typescript, node);
}

export function isSettled(typescript: TypeScript, { expression }: ts.AwaitExpression): boolean {
  const node = unwrap(typescript, expression);
  if (typescript.isLiteralExpression(node) || node.kind === typescript.SyntaxKind.NullKeyword) return true;
  if (typescript.isIdentifier(node)) return node.text === "undefined";
  if (!typescript.isCallExpression(node)) return false;
  const callee = unwrap(typescript, node.expression);
  const called = calledFunction(typescript, callee);
  if (called) return neverWaits(typescript, called, false);
  const [value] = node.arguments;
  return (
    isResolve(typescript, callee) && (value === undefined || !contains(typescript, value, typescript.isCallExpression))
  );
}

/** `for await` over what a generator of the file gives that waits for nothing. */
export function isSettledIteration(typescript: TypeScript, { expression }: ts.ForOfStatement): boolean {
  const node = unwrap(typescript, expression);
  const generator = typescript.isCallExpression(node)
    ? calledFunction(typescript, unwrap(typescript, node.expression))
    : typescript.isIdentifier(node)
      ? iteratorOf(typescript, node)
      : undefined;
  return generator !== undefined && neverWaits(typescript, generator, true);
}

type WrittenFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** Whether an asynchronous function awaits nothing, and gives nothing that might have to be waited for. */
function neverWaits(ts: TypeScript, found: WrittenFunction, isGenerator: boolean): boolean {
  if (!found.body || (found.asteriskToken !== undefined) !== isGenerator) return false;
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

/** `step()`, and `this.#step()`, which no class can override. */
function calledFunction(ts: TypeScript, callee: ts.Expression): WrittenFunction | undefined {
  if (ts.isIdentifier(callee)) return functionNamed(ts, callee);
  if (!ts.isPropertyAccessExpression(callee) || callee.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
  let around: ts.Node = callee;
  while (!ts.isClassLike(around)) {
    if (ts.isSourceFile(around)) return undefined;
    around = around.parent;
  }
  const { text } = callee.name;
  return around.members.find(
    (member): member is ts.MethodDeclaration =>
      ts.isMethodDeclaration(member) &&
      (ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name)) &&
      member.name.text === text &&
      (ts.isPrivateIdentifier(member.name) ||
        member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) === true),
  );
}

/** The generator of `const numbers = { async *[Symbol.asyncIterator]() { … } }`. */
function iteratorOf(ts: TypeScript, name: ts.Identifier): WrittenFunction | undefined {
  const value = declaredAround(ts, name);
  const properties = value && ts.isObjectLiteralExpression(value) ? value.properties : undefined;
  return properties?.find(
    (property): property is ts.MethodDeclaration =>
      ts.isMethodDeclaration(property) &&
      ts.isComputedPropertyName(property.name) &&
      ts.isPropertyAccessExpression(property.name.expression) &&
      property.name.expression.name.text === "asyncIterator",
  );
}

/** The function that the name is given to in one of the blocks around. */
function functionNamed(ts: TypeScript, name: ts.Identifier): WrittenFunction | undefined {
  const value = declaredAround(ts, name);
  return value && (ts.isFunctionDeclaration(value) || ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? value
    : undefined;
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
