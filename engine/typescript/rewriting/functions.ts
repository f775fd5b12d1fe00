/** Functions as declarations: their names, what they are called by people, and whether they could be asynchronous. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { isAsynchronous, nameOf } from "./asynchronous-function.js";
import { Refused } from "./refused.js";

/** A function with a body. */
export type Implementation = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** @throws Refused where nothing asynchronous can stand in the function's place, whoever calls it */
export function asImplementation(typescript: TypeScript, node: ts.Node): Implementation {
  if (typescript.isFunctionLike(node) && !isImplementation(typescript, node)) {
    throw new Refused(`${nameOf(typescript, node as ts.FunctionLikeDeclaration)} cannot be asynchronous.`);
  }
  if (!isImplementation(typescript, node)) throw new Refused("It is no function.");
  if (node.asteriskToken) throw new Refused(`${nameOf(typescript, node)} is a generator.`);
  return node;
}

function isImplementation(typescript: TypeScript, node: ts.Node): node is Implementation {
  const isKind =
    typescript.isFunctionDeclaration(node) ||
    typescript.isFunctionExpression(node) ||
    typescript.isArrowFunction(node) ||
    typescript.isMethodDeclaration(node);
  return isKind && node.body !== undefined;
}

/** The token by which others refer to a function: its own name, or that of what it is the value of. */
export function nameToken(typescript: TypeScript, node: ts.Node): ts.Node | undefined {
  if (typescript.isFunctionDeclaration(node) || typescript.isMethodDeclaration(node)) return node.name;
  let value = node;
  while (isTransparent(typescript, value.parent)) value = value.parent;
  const { parent } = value;
  if (typescript.isVariableDeclaration(parent) || typescript.isPropertyDeclaration(parent)) return parent.name;
  if (typescript.isPropertyAssignment(parent)) return parent.name;
  if (typescript.isBinaryExpression(parent) && parent.right === value && isAssignment(typescript, parent)) {
    const { left } = parent;
    return typescript.isPropertyAccessExpression(left) ? left.name : left;
  }
  return undefined;
}

export function isAssignment(typescript: TypeScript, { operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === typescript.SyntaxKind.EqualsToken;
}

/** An expression around another one that it has the value of. */
type Transparent = ts.ParenthesizedExpression | ts.NonNullExpression | ts.AsExpression | ts.SatisfiesExpression;

/** What comes out is what went in. */
export function isTransparent(typescript: TypeScript, node: ts.Node): node is Transparent {
  return (
    typescript.isParenthesizedExpression(node) ||
    typescript.isNonNullExpression(node) ||
    typescript.isAsExpression(node) ||
    typescript.isSatisfiesExpression(node)
  );
}

/** `async`, and a promise in the declared return type. */
export function makeAsynchronous(typescript: TypeScript, file: ts.SourceFile, node: ts.Node): readonly TextEdit[] {
  const implementation = asImplementation(typescript, node);
  if (isAsynchronous(typescript, implementation)) return [];
  const keyword = implementation.getChildren(file).find(({ kind }) => kind === typescript.SyntaxKind.FunctionKeyword);
  const start = typescript.isMethodDeclaration(implementation)
    ? implementation.name.getStart(file)
    : (keyword ?? implementation).getStart(file);
  return [{ start, end: start, text: "async " }, ...promiseResult(typescript, file, implementation)];
}

/** `string` → `Promise<string>`, wherever the declaration says what it returns: in JavaScript, its comment does. */
export function promiseResult(typescript: TypeScript, file: ts.SourceFile, node: ts.Node): readonly TextEdit[] {
  const type = resultType(typescript, file, node);
  if (!type || isPromise(typescript, type)) return [];
  const start = type.getStart(file);
  return [
    { start, end: start, text: "Promise<" },
    { start: type.end, end: type.end, text: ">" },
  ];
}

function resultType(typescript: TypeScript, file: ts.SourceFile, node: ts.Node): ts.TypeNode | undefined {
  if (typescript.isPropertySignature(node) || typescript.isPropertyDeclaration(node)) {
    return node.type && typescript.isFunctionTypeNode(node.type) ? node.type.type : undefined;
  }
  if (!typescript.isFunctionLike(node)) return undefined;
  const isJavaScript = (file.flags & typescript.NodeFlags.JavaScriptFile) !== 0;
  return node.type ?? (isJavaScript ? typescript.getJSDocReturnType(node) : undefined);
}

function isPromise(typescript: TypeScript, type: ts.TypeNode): boolean {
  return (
    typescript.isTypeReferenceNode(type) && typescript.isIdentifier(type.typeName) && type.typeName.text === "Promise"
  );
}
