/** The types that are wanted of a value, by the code that it is handed to. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/**
 * The type that is wanted where a value of unknown type stands, as far as the project says it: by the declaration of a
 * variable, a cast, a parameter or a property. Of what packages declare, only plain values count: they take much.
 */
export function expectedType(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  node: ts.Expression,
  isOwn: (declaration: ts.Node) => boolean,
): ts.Type | undefined {
  const wanted = wantedType(typescript, checker, node);
  const type = wanted && checker.getNonNullableType(wanted);
  if (!type) return undefined;
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => isPlain(typescript, checker, part) || isDeclaredBy(part, isOwn)) ? type : undefined;
}

function wantedType(typescript: TypeScript, checker: ts.TypeChecker, node: ts.Expression): ts.Type | undefined {
  let outer: ts.Expression = node;
  for (;;) {
    const { parent } = outer;
    if (typescript.isAsExpression(parent) || typescript.isTypeAssertionExpression(parent)) {
      const cast = checker.getTypeFromTypeNode(parent.type);
      if (!saysNothing(typescript, cast)) return cast;
      outer = parent;
    } else if (
      typescript.isParenthesizedExpression(parent) ||
      typescript.isNonNullExpression(parent) ||
      typescript.isSatisfiesExpression(parent) ||
      typescript.isAwaitExpression(parent) ||
      (typescript.isBinaryExpression(parent) && parent.left === outer && isDefaulting(typescript, parent))
    )
      outer = parent;
    else break;
  }
  const { parent } = outer;
  if (typescript.isVariableDeclaration(parent) && parent.initializer === outer)
    return parent.type && checker.getTypeFromTypeNode(parent.type);
  const isAssigned = typescript.isBinaryExpression(parent) && parent.right === outer;
  if (isAssigned && parent.operatorToken.kind === typescript.SyntaxKind.EqualsToken)
    return checker.getTypeAtLocation(parent.left);
  return checker.getContextualType(outer);
}

function isDefaulting({ SyntaxKind }: TypeScript, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === SyntaxKind.QuestionQuestionToken || kind === SyntaxKind.BarBarToken;
}

export function saysNothing({ TypeFlags }: TypeScript, { flags }: ts.Type): boolean {
  return (flags & (TypeFlags.Any | TypeFlags.Unknown)) !== 0;
}

function isPlain({ TypeFlags }: TypeScript, checker: ts.TypeChecker, type: ts.Type): boolean {
  const plain = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike;
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  return ((element ?? type).flags & plain) !== 0;
}

function isDeclaredBy(type: ts.Type, isOwn: (declaration: ts.Node) => boolean): boolean {
  const symbol = type.aliasSymbol ?? type.getSymbol();
  return symbol?.declarations?.some((declaration) => isOwn(declaration)) === true;
}
