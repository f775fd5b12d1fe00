/** Loops that others must not run in between: they would see, or change, what the loop is in the middle of. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";
import { isChange, sharedState } from "./shared-state.js";
import type { Sheet } from "./sheet.js";
import { placeOf } from "./uses.js";

/** Functions that a loop calls, and those that these call, are read up to this many. */
const MAX_FUNCTIONS = 100;

/**
 * @param loops from the inside out
 * @param around the function that they are in
 * @throws Refused where others could notice that a loop stops for a while, or the loop what they did meanwhile
 */
export function refuseUninterrupted(
  sheet: Sheet,
  loops: readonly ts.IterationStatement[],
  around: ts.FunctionLikeDeclaration,
): void {
  const { typescript, checker } = sheet;
  if (!checker) throw new Refused("What others can change meanwhile is not known without types.");
  for (const loop of loops) refuseSharedCollection(typescript, checker, loop, around);
  const outermost = loops.at(-1);
  if (!outermost) return;
  refuseChanges(typescript, outermost, around);
  refuseChangingCalls(typescript, checker, outermost);
}

/** What the loop goes over has to be its own, and all there. */
function refuseSharedCollection(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  loop: ts.IterationStatement,
  around: ts.FunctionLikeDeclaration,
): void {
  const collection = collectionOf(typescript, loop);
  if (!collection) return;
  const state = sharedIn(typescript, collection, around);
  const isText = (checker.getTypeAtLocation(collection).flags & typescript.TypeFlags.StringLike) !== 0;
  if (state !== undefined && !isText) {
    throw new Refused(`The loop goes over ${state}, which others can change in between.`);
  }
  if (typescript.isForStatement(loop) || !typescript.isCallExpression(collection)) return;
  const type = checker.getTypeAtLocation(collection);
  const isUnknown = (type.flags & typescript.TypeFlags.Any) !== 0;
  const callee = collection.expression;
  const isView =
    typescript.isPropertyAccessExpression(callee) && /^(?:entries|keys|matchAll|values)$/u.test(callee.name.text);
  if (isUnknown || (ITERATOR.test(type.getSymbol()?.name ?? "") && !isView)) {
    throw new Refused(`What ${callee.getText()} gives may have to be read without a pause.`);
  }
}

const ITERATOR = /(?:Generator|Iterator)$/u;

/** What the rounds are counted by. */
function collectionOf(typescript: TypeScript, loop: ts.IterationStatement): ts.Expression | undefined {
  if (typescript.isForOfStatement(loop) || typescript.isForInStatement(loop)) return loop.expression;
  const test = typescript.isForStatement(loop) ? loop.condition : undefined;
  const limit = test && typescript.isBinaryExpression(test) ? test.right : undefined;
  return limit && typescript.isPropertyAccessExpression(limit) ? limit.expression : undefined;
}

function sharedIn(typescript: TypeScript, node: ts.Node, around: ts.Node): string | undefined {
  const own = sharedState(typescript, node, around);
  if (own !== undefined && !isCalled(typescript, node)) return own;
  return typescript.forEachChild(node, (child) => sharedIn(typescript, child, around));
}

/** `Object` of `Object.keys(orders)`, `load` of `load(name)` */
function isCalled(typescript: TypeScript, node: ts.Node): boolean {
  const { parent } = node;
  const callee = typescript.isPropertyAccessExpression(parent) && parent.expression === node ? parent : node;
  const isPlatform = callee === node || /^[A-Z]/u.test(node.getText());
  return isPlatform && typescript.isCallExpression(callee.parent) && callee.parent.expression === callee;
}

function refuseChanges(typescript: TypeScript, loop: ts.Node, around: ts.Node): void {
  const read = new Set<string>();
  walk(typescript, loop, (node) => {
    const state = sharedState(typescript, node, around);
    if (state === undefined) return;
    if (isChange(typescript, node)) throw new Refused(`The loop changes ${state}: others would see it half done.`);
    read.add(state);
  });
  walk(typescript, loop.getSourceFile(), (node) => {
    const isState = typescript.isIdentifier(node) || typescript.isPropertyAccessExpression(node);
    if (!isState || !read.has(node.getText()) || !isChange(typescript, node)) return;
    const isOwn = node.pos >= around.pos && node.end <= around.end && !isBehind(node, loop);
    if (!isOwn) throw new Refused(`The loop reads ${node.getText()}, which ${placeOf(node)} may change in between.`);
  });
}

function isBehind(node: ts.Node, loop: ts.Node): boolean {
  return node.pos >= loop.end;
}

function refuseChangingCalls(typescript: TypeScript, checker: ts.TypeChecker, loop: ts.Node): void {
  const called = new Set<ts.SignatureDeclaration>();
  const collect = (node: ts.Node): void => {
    if (!typescript.isCallLikeExpression(node)) return;
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (!declaration || typescript.isJSDocSignature(declaration)) return;
    if (!declaration.getSourceFile().isDeclarationFile) called.add(declaration);
  };
  walk(typescript, loop, collect);
  for (const declaration of called) {
    if (called.size > MAX_FUNCTIONS) throw new Refused(`The loop calls more than ${String(MAX_FUNCTIONS)} functions.`);
    walk(typescript, declaration, (node) => {
      collect(node);
      const state = sharedState(typescript, node, declaration);
      if (state === undefined || !isChange(typescript, node)) return;
      throw new Refused(`The loop changes ${state} in ${placeOf(node)}: others would see it half done.`);
    });
  }
}

function walk(typescript: TypeScript, node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  typescript.forEachChild(node, (child) => {
    walk(typescript, child, visit);
  });
}
