/** Listeners that would be added after a new `await`: what is emitted meanwhile, nobody would hear. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";
import { placeOf } from "./uses.js";

const ADDS = /^(?:addEventListener|addListener|on|once|prependListener|prependOnceListener|subscribe)$/u;
const ADDS_SOMEWHERE = /\.(?:addEventListener|addListener|on|once|prependListener|prependOnceListener|subscribe)\(/u;

/**
 * @param call what is going to be awaited
 * @param around the function that waits
 * @throws Refused where what was there before has listeners added to it afterwards
 */
export function refuseLateListeners(sheet: Sheet, call: ts.Node, around: ts.FunctionLikeDeclaration): void {
  const { typescript } = sheet;
  const visit = (node: ts.Node): void => {
    // What is inside of other functions runs when they are called.
    if (node !== around && typescript.isFunctionLike(node)) return;
    if (typescript.isCallExpression(node) && node.getStart() > call.getStart() && addsListener(sheet, node, call)) {
      throw new Refused(`${placeOf(node)} adds listeners afterwards: what is emitted meanwhile would be lost.`);
    }
    typescript.forEachChild(node, visit);
  };
  if (around.body) visit(around.body);
}

function addsListener(sheet: Sheet, node: ts.CallExpression, call: ts.Node): boolean {
  const { typescript, checker } = sheet;
  const { expression: callee, arguments: given } = node;
  if (typescript.isPropertyAccessExpression(callee) && ADDS.test(callee.name.text)) {
    const listener = given[1];
    return listener !== undefined && isFromBefore(typescript, callee.expression, call);
  }
  // `register(socket)`
  if (!given.some((each) => typescript.isIdentifier(each) && isFromBefore(typescript, each, call))) return false;
  const declaration = checker?.getResolvedSignature(node)?.declaration;
  if (!declaration || declaration.getSourceFile().isDeclarationFile) return false;
  return ADDS_SOMEWHERE.test(declaration.getText());
}

/** Not made after the call: what it does meanwhile goes on unheard. */
function isFromBefore(typescript: TypeScript, value: ts.Expression, call: ts.Node): boolean {
  let root = value;
  while (typescript.isPropertyAccessExpression(root) || typescript.isCallExpression(root)) root = root.expression;
  if (!typescript.isIdentifier(root)) return true;
  const { text } = root;
  const file = call.getSourceFile();
  let isLater = false;
  const visit = (node: ts.Node): void => {
    const isDeclaration = typescript.isVariableDeclaration(node) || typescript.isBindingElement(node);
    if (isDeclaration && node.name.getText() === text && node.end > call.end) isLater = true;
    typescript.forEachChild(node, visit);
  };
  visit(typescript.findAncestor(call, (node) => typescript.isFunctionLike(node)) ?? file);
  return !isLater;
}
