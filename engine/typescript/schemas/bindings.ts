/** What type parameters stand for in what a call or a class makes: `crud<User>(service)`, `class Users extends Crud<User>`. */
import type ts from "typescript";
import type { Maker } from "../../schema-reader.js";
import { tokenAt, type TypeScript } from "../declaration.js";
import { awaitedType } from "./awaited.js";

export type Bindings = ReadonlyMap<ts.Type, ts.Type>;

/** What parameters stand for may have others in it. */
const MAX_DEPTH = 8;

/** Members of checkers that are not there, or not declared, in all versions. */
interface Internals {
  getTypeArgumentsForResolvedSignature?(signature: ts.Signature): readonly ts.Type[] | undefined;
  getUnionType?(types: readonly ts.Type[]): ts.Type;
}

export function bindingsWithin(typescript: TypeScript, program: ts.Program, makers: readonly Maker[]): Bindings {
  const bindings = new Map<ts.Type, ts.Type>();
  const checker: ts.TypeChecker = program.getTypeChecker();
  for (const { file: name, span } of makers) {
    const file = program.getSourceFile(name);
    if (!file) continue;
    for (
      let node: ts.Node = tokenAt(typescript, file, span.start);
      node.end <= span.end && !typescript.isSourceFile(node);
      node = node.parent
    ) {
      if (node.end < span.end) continue;
      if (typescript.isClassLike(node)) {
        const symbol = checker.getTypeAtLocation(node).symbol;
        bindLineage(typescript, checker, checker.getDeclaredTypeOfSymbol(symbol), bindings, 0);
      } else if (typescript.isNewExpression(node))
        bindLineage(typescript, checker, checker.getTypeAtLocation(node), bindings, 0);
      else if (typescript.isCallExpression(node)) bindCall(checker, node, bindings);
    }
  }
  return bindings;
}

function bindCall(checker: ts.TypeChecker, node: ts.CallExpression, bindings: Map<ts.Type, ts.Type>): void {
  const signature = checker.getResolvedSignature(node);
  const parameters = signature?.declaration?.typeParameters ?? [];
  if (!signature || parameters.length === 0) return;
  const told = (checker as Internals).getTypeArgumentsForResolvedSignature?.(signature);
  for (const [index, parameter] of parameters.entries()) {
    const written = node.typeArguments?.[index];
    const type = told?.[index] ?? (written && checker.getTypeFromTypeNode(written));
    if (type) bindings.set(checker.getTypeAtLocation(parameter), type);
  }
}

/** The parameters of a class, and of those that it extends. */
function bindLineage(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  type: ts.Type,
  bindings: Map<ts.Type, ts.Type>,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  if (type.isIntersection()) for (const part of type.types) bindLineage(typescript, checker, part, bindings, depth + 1);
  const isReference = ((type as ts.ObjectType).objectFlags & typescript.ObjectFlags.Reference) !== 0;
  const declared = isReference ? (type as ts.TypeReference).target : type;
  if (isReference)
    for (const [index, argument] of checker.getTypeArguments(type as ts.TypeReference).entries()) {
      const parameter = (type as ts.TypeReference).target.typeParameters?.[index];
      if (parameter && parameter !== argument) bindings.set(parameter, argument);
    }
  if (!declared.isClassOrInterface()) return;
  for (const base of checker.getBaseTypes(declared)) bindLineage(typescript, checker, base, bindings, depth + 1);
}

/** The type with what its parameters stand for, as far as it is nothing but them. */
export function bound(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  type: ts.Type,
  bindings: Bindings,
  depth = 0,
): ts.Type {
  if (bindings.size === 0 || depth > MAX_DEPTH) return type;
  const inner = (part: ts.Type): ts.Type => bound(typescript, checker, part, bindings, depth + 1);
  const known = bindings.get(type);
  if (known) return inner(known);
  const [argument] = type.aliasTypeArguments ?? [];
  if (argument && type.aliasSymbol?.name === "Awaited") return awaitedType(checker, inner(argument));
  if (type.flags & typescript.TypeFlags.IndexedAccess) {
    const { objectType, indexType } = type as ts.IndexedAccessType;
    const key = inner(indexType);
    const property = key.isStringLiteral() ? inner(objectType).getProperty(key.value) : undefined;
    return property ? checker.getTypeOfSymbol(property) : type;
  }
  if (type.isUnion()) {
    const parts = type.types.map(inner);
    return parts.some((part, index) => part !== type.types[index])
      ? ((checker as Internals).getUnionType?.(parts) ?? type)
      : type;
  }
  // What is known to be there: `T & {}`.
  const [only, ...others] = type.isIntersection() ? type.types.filter((part) => !isAnything(checker, part)) : [];
  return only && others.length === 0 ? inner(only) : type;
}

function isAnything(checker: ts.TypeChecker, type: ts.Type): boolean {
  return !type.isClassOrInterface() && checker.typeToString(type) === "{}";
}

/** Whether a parameter with a binding is among the type's arguments, or theirs. */
export function mentionsBound(checker: ts.TypeChecker, type: ts.Type, bindings: Bindings, depth = 0): boolean {
  if (bindings.size === 0 || depth > MAX_DEPTH) return false;
  if (bindings.has(type)) return true;
  const isReference = "target" in type && "typeParameters" in (type as ts.TypeReference).target;
  const own = isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const parts = type.isUnionOrIntersection() ? type.types : [];
  return [...(type.aliasTypeArguments ?? []), ...own, ...parts].some((each) =>
    mentionsBound(checker, each, bindings, depth + 1),
  );
}
