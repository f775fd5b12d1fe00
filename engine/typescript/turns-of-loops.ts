/** Whether anything else runs between the rounds of a loop. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { isPlainlySettled, isSettled, isSettledIteration } from "./settled-awaits.js";

/** @param loop a loop statement, or a function that is called in one: it awaits, and not what has settled already */
export function letsOthersRun(typescript: TypeScript, loop: ts.Node): boolean {
  return isForAwait(typescript, loop) || awaitsIn(typescript, loop).some((node) => !isSettled(typescript, node));
}

/** Such an await lets no timer and no request run. */
export function awaitsOnlySettled(typescript: TypeScript, loop: ts.IterationStatement): boolean {
  if (isForAwait(typescript, loop)) return false;
  if (isForSettled(typescript, loop))
    return awaitsIn(typescript, loop.statement).every((node) => isSettled(typescript, node));
  const awaits = awaitsIn(typescript, loop.statement);
  // A list that is gone over once is mostly short, and asynchronous functions often are so for other reasons.
  const isOverList = typescript.isForOfStatement(loop) || typescript.isForInStatement(loop);
  const settled = isOverList ? isPlainlySettled : isSettled;
  return awaits.length > 0 && awaits.every((node) => settled(typescript, node));
}

/** `for await`, where it may wait. */
function isForAwait(typescript: TypeScript, loop: ts.Node): boolean {
  return typescript.isForOfStatement(loop) && loop.awaitModifier !== undefined && !isSettledIteration(typescript, loop);
}

function isForSettled(typescript: TypeScript, loop: ts.Node): boolean {
  return typescript.isForOfStatement(loop) && loop.awaitModifier !== undefined && isSettledIteration(typescript, loop);
}

/** The awaits of a loop's rounds, or of a function, without those of functions inside. */
function awaitsIn(typescript: TypeScript, node: ts.Node): readonly ts.AwaitExpression[] {
  const awaits: ts.AwaitExpression[] = [];
  const before = startOf(typescript, node);
  const visit = (child: ts.Node): void => {
    if (typescript.isFunctionLike(child) || child === before) return;
    if (typescript.isAwaitExpression(child)) awaits.push(child);
    typescript.forEachChild(child, visit);
  };
  typescript.forEachChild(node, visit);
  return awaits;
}

/** What a loop does once, before its first round. */
function startOf(typescript: TypeScript, node: ts.Node): ts.Node | undefined {
  if (typescript.isForStatement(node)) return node.initializer;
  return typescript.isForOfStatement(node) || typescript.isForInStatement(node) ? node.expression : undefined;
}
