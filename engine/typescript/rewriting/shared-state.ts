/** What other parts of the program can see and change: variables from outside of a function, and members of `this`. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/** `this.count`, or a variable from outside of the function: what others can see and change. */
export function sharedState(typescript: TypeScript, node: ts.Node, around: ts.Node): string | undefined {
  if (typescript.isPropertyAccessExpression(node) && node.expression.kind === typescript.SyntaxKind.ThisKeyword) {
    return node.getText();
  }
  if (!typescript.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isMember = typescript.isPropertyAccessExpression(parent) && parent.name === node;
  return isMember || isDeclaredIn(typescript, around, node.text) ? undefined : node.text;
}

function isDeclaredIn(typescript: TypeScript, around: ts.Node, name: string): boolean {
  const visit = (node: ts.Node): boolean => {
    const isDeclaration =
      (typescript.isVariableDeclaration(node) || typescript.isParameter(node) || typescript.isBindingElement(node)) &&
      node.name.getText() === name;
    return isDeclaration || typescript.forEachChild(node, visit) === true;
  };
  return visit(around);
}

const CHANGING = /^(?:add|clear|delete|pop|push|set|shift|splice|unshift)$/u;

/** Whether what is there is assigned to, or a method called of it that changes it. */
export function isChange(typescript: TypeScript, node: ts.Node): boolean {
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
