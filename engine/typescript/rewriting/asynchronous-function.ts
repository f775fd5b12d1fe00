/** Where `await` may be written. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";

/**
 * The function around a node, if its body may await.
 *
 * @param becoming functions that are about to become asynchronous
 * @throws Refused where `await` is not allowed without changing the function
 */
export function asynchronousFunctionAround(
  typescript: TypeScript,
  node: ts.Node,
  becoming: ReadonlySet<ts.Node>,
): ts.FunctionLikeDeclaration {
  let inner = node;
  for (let outer = node.parent; !typescript.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (typescript.isClassStaticBlockDeclaration(outer) || typescript.isPropertyDeclaration(outer)) {
      throw new Refused("A class's fields and static blocks cannot await.");
    }
    if (!typescript.isFunctionLike(outer)) continue;
    // A computed name, and what decorates: both belong to the class around it.
    if ("name" in outer && outer.name === inner) continue;
    if (typescript.isDecorator(inner)) throw new Refused("A decorator cannot await.");
    if (typescript.isParameter(inner)) throw new Refused("A parameter's default value cannot await.");
    const declaration = outer as ts.FunctionLikeDeclaration;
    if (becoming.has(declaration) || isAsynchronous(typescript, declaration)) return declaration;
    throw new Refused(`${nameOf(typescript, declaration)} is not asynchronous.`);
  }
  throw new Refused("A module's top level runs while the process starts.");
}

export function isAsynchronous(typescript: TypeScript, declaration: ts.FunctionLikeDeclaration): boolean {
  return (
    typescript.canHaveModifiers(declaration) &&
    typescript.getModifiers(declaration)?.some(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword) === true
  );
}

export function nameOf(typescript: TypeScript, declaration: ts.FunctionLikeDeclaration): string {
  if (typescript.isConstructorDeclaration(declaration)) return "A constructor";
  if (typescript.isGetAccessor(declaration)) return "A getter";
  if (typescript.isSetAccessor(declaration)) return "A setter";
  const { name, parent } = declaration;
  if (name) return `The function ${name.getText()}`;
  if (typescript.isVariableDeclaration(parent) || typescript.isPropertyAssignment(parent)) {
    return `The function ${parent.name.getText()}`;
  }
  return "The function around it";
}
