/** Expressions that copy all that was gathered so far, to add something: `[...all, one]`, `all.concat(one)`. */
import type ts from "typescript";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";

/** @param name of what is copied, as written: `all`, `state.items` */
export function copies(typescript: TypeScript, expression: ts.Expression, name: string): boolean {
  const node = unwrap(typescript, expression);
  const isIt = (part: ts.Node | undefined): boolean => part?.getText() === name;
  if (typescript.isConditionalExpression(node))
    return copies(typescript, node.whenTrue, name) || copies(typescript, node.whenFalse, name);
  if (typescript.isArrayLiteralExpression(node))
    return node.elements.some((element) => typescript.isSpreadElement(element) && isIt(element.expression));
  if (typescript.isObjectLiteralExpression(node))
    return node.properties.some((property) => typescript.isSpreadAssignment(property) && isIt(property.expression));
  if (!typescript.isCallExpression(node) || !typescript.isPropertyAccessExpression(node.expression)) return false;
  const { expression: object, name: method } = node.expression;
  if (method.text === "concat") return isIt(object);
  const [target, source] = node.arguments;
  const isNew = target !== undefined && typescript.isObjectLiteralExpression(target);
  return method.text === "assign" && isNew && isIt(source);
}

/** Whether a function gives such a copy of its parameter, in one of its returns at least. */
export function returnsCopy(typescript: TypeScript, body: ts.ConciseBody, name: string): boolean {
  if (!typescript.isBlock(body)) return copies(typescript, body, name);
  const visit = (node: ts.Node): boolean => {
    if (typescript.isFunctionLike(node)) return false;
    if (typescript.isReturnStatement(node))
      return node.expression !== undefined && copies(typescript, node.expression, name);
    return typescript.forEachChild(node, (child) => visit(child) || undefined) === true;
  };
  return visit(body);
}
