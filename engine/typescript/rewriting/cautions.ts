/** State that is looked at before a new `await` and changed after it: something else may run in between. */
import type ts from "typescript";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import type { Sheet } from "./sheet.js";
import { placeOf } from "./uses.js";

/** @param calls those that are going to wait */
export function cautionsFor(sheet: Sheet, calls: readonly ts.Node[]): readonly string[] {
  return [...new Set(calls.flatMap((call) => cautionsAt(sheet, call)))];
}

function cautionsAt({ typescript, asynchronous }: Sheet, call: ts.Node): string[] {
  const around = asynchronousFunctionAround(typescript, call, asynchronous);
  const seen = new Set<string>();
  const changed = new Set<string>();
  const loop = typescript.findAncestor(
    call,
    (node) => node === around || typescript.isIterationStatement(node, /* lookInLabeledStatements */ false),
  );
  const visit = (node: ts.Node): void => {
    const state = sharedState(typescript, node, around);
    if (state !== undefined) {
      const isInLoop = loop !== undefined && loop !== around && loop.pos <= node.pos && node.end <= loop.end;
      if (node.pos < call.pos || isInLoop) seen.add(state);
      if ((node.pos > call.pos || isInLoop || contains(node, call)) && isChange(typescript, node)) changed.add(state);
    }
    typescript.forEachChild(node, visit);
  };
  if (around.body) visit(around.body);
  return [...changed]
    .filter((state) => seen.has(state))
    .map(
      (state) =>
        `${state} is read before the new await in ${placeOf(call)} and changed after it: other requests run in between.`,
    );
}

/** `this.count`, or a variable from outside of the function: what others can see and change. */
function sharedState(typescript: Sheet["typescript"], node: ts.Node, around: ts.Node): string | undefined {
  if (typescript.isPropertyAccessExpression(node) && node.expression.kind === typescript.SyntaxKind.ThisKeyword) {
    return node.getText();
  }
  if (!typescript.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isMember = typescript.isPropertyAccessExpression(parent) && parent.name === node;
  return isMember || isDeclaredIn(typescript, around, node.text) ? undefined : node.text;
}

function isDeclaredIn(typescript: Sheet["typescript"], around: ts.Node, name: string): boolean {
  const visit = (node: ts.Node): boolean => {
    const isDeclaration =
      (typescript.isVariableDeclaration(node) || typescript.isParameter(node) || typescript.isBindingElement(node)) &&
      node.name.getText() === name;
    return isDeclaration || typescript.forEachChild(node, visit) === true;
  };
  return visit(around);
}

const CHANGING = /^(?:add|clear|delete|pop|push|set|shift|splice|unshift)$/u;

function isChange(typescript: Sheet["typescript"], node: ts.Node): boolean {
  let target = node;
  while (
    (typescript.isPropertyAccessExpression(target.parent) || typescript.isElementAccessExpression(target.parent)) &&
    target.parent.expression === target
  ) {
    target = target.parent;
  }
  const { parent } = target;
  if (typescript.isCallExpression(parent) && parent.expression === target) {
    return typescript.isPropertyAccessExpression(target) && CHANGING.test(target.name.text);
  }
  if (typescript.isPostfixUnaryExpression(parent) || typescript.isDeleteExpression(parent)) return true;
  if (typescript.isPrefixUnaryExpression(parent)) {
    return (
      parent.operator === typescript.SyntaxKind.PlusPlusToken ||
      parent.operator === typescript.SyntaxKind.MinusMinusToken
    );
  }
  if (!typescript.isBinaryExpression(parent) || parent.left !== target) return false;
  const { kind } = parent.operatorToken;
  return kind >= typescript.SyntaxKind.FirstAssignment && kind <= typescript.SyntaxKind.LastAssignment;
}

function contains(node: ts.Node, call: ts.Node): boolean {
  // `this.total += await f()`: the old value is read first.
  const { parent } = node;
  return parent.pos <= call.pos && call.end <= parent.end && parent.pos < node.end;
}
