/** Finds the nodes and types that requests for schemas are about. */
import type ts from "typescript";
import type { Span } from "../../facts/facts.js";
import type { JsonSchema, SchemaRequest } from "../../schema-reader.js";
import { tokenAt, type TypeScript } from "../declaration.js";
import { declaredIdentity } from "../external.js";
import { awaitedType } from "./awaited.js";
import { expectedType, saysNothing } from "./expected.js";

/** The type that a request asks for, and the place that problems with it are shown at. */
export interface Located {
  readonly node: ts.Node;
  readonly type: ts.Type;
  /** The written type, whose names say more than what they stand for. */
  readonly written?: ts.TypeNode;
  /** What is sent instead of the type's values. */
  readonly schema?: JsonSchema;
}

/**
 * @param isOwn whether a declaration is the project's
 * @returns undefined where there is no such node
 */
export function locate(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  request: Exclude<SchemaRequest, { of: "validator" }>,
  isOwn: (declaration: ts.Node) => boolean,
): Located | undefined {
  switch (request.of) {
    case "expression":
      return locateExpression(typescript, checker, file, request, isOwn);
    case "parameter":
      return locateParameter(typescript, checker, file, request);
    case "result":
      return locateResult(typescript, checker, file, request);
    case "type-argument":
      return locateTypeArgument(typescript, checker, file, request);
  }
}

export function expressionAt(typescript: TypeScript, file: ts.SourceFile, span: Span): ts.Expression | undefined {
  return nodeAt(typescript, file, span, (node): node is ts.Expression => isExpression(typescript, node));
}

function locateExpression(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  { span, isClass = false, isExpected = false, direction }: Extract<SchemaRequest, { of: "expression" }>,
  isOwn: (declaration: ts.Node) => boolean,
): Located | undefined {
  const node = nodeAt(
    typescript,
    file,
    span,
    (each): each is ts.Expression | ts.BindingPattern => isExpression(typescript, each) || isPattern(typescript, each),
  );
  if (isExpected && node) return locateExpected(typescript, checker, node, isOwn);
  const declared = node && direction === "output" ? declaredType(typescript, checker, node) : undefined;
  const type = declared ?? (node && checker.getTypeAtLocation(node));
  const [signature] = (isClass && type?.getConstructSignatures()) || [];
  if (signature && node) return { node, type: checker.getReturnTypeOfSignature(signature) };
  return node && type && { node, type: awaitedType(checker, type) };
}

function locateExpected(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  node: ts.Expression | ts.BindingPattern,
  isOwn: (declaration: ts.Node) => boolean,
): Located {
  const type = awaitedType(checker, checker.getTypeAtLocation(node));
  const isKnown = !saysNothing(typescript, type) || !isExpression(typescript, node);
  const expected = isKnown ? undefined : expectedType(typescript, checker, node, isOwn);
  return expected ? { node, type: expected } : { node, type, schema: {} };
}

/** What a literal is declared to be by where it is handed to: that of `response.json([])`, for a `Response<User[]>`. */
function declaredType(typescript: TypeScript, checker: ts.TypeChecker, node: ts.Node): ts.Type | undefined {
  if (!typescript.isObjectLiteralExpression(node) && !typescript.isArrayLiteralExpression(node)) return undefined;
  const wanted = checker.getContextualType(node);
  const type = wanted && checker.getNonNullableType(wanted);
  // One of several, or whatever a function takes, says less than what is written.
  if (!type || (type.flags & typescript.TypeFlags.Object) === 0) return undefined;
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  const { Any, Unknown, TypeParameter } = typescript.TypeFlags;
  if (element) return element.flags & (Any | Unknown | TypeParameter) ? undefined : type;
  const isOpen = checker.getIndexInfosOfType(type).length > 0;
  return isOpen || checker.getPropertiesOfType(type).length === 0 ? undefined : type;
}

function locateParameter(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  request: Extract<SchemaRequest, { of: "parameter" }>,
): Located | undefined {
  const node = functionAt(typescript, file, request.function)?.parameters[request.index];
  if (!node) return undefined;
  const type = checker.getTypeAtLocation(node);
  if (request.property === undefined) return { node, type, ...(node.type && { written: node.type }) };
  const property = checker.getApparentType(type).getProperty(request.property);
  return property && { node, type: checker.getTypeOfSymbolAtLocation(property, node) };
}

function locateResult(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  { function: span, instead = {} }: Extract<SchemaRequest, { of: "result" }>,
): Located | undefined {
  const node = functionAt(typescript, file, span);
  const signature = node && checker.getSignatureFromDeclaration(node);
  if (!signature) return undefined;
  const type = awaitedType(checker, checker.getReturnTypeOfSignature(signature));
  const symbol = type.getSymbol();
  const identity = symbol && declaredIdentity(typescript, symbol);
  const other = identity && instead[`${identity.module}#${identity.steps.join(".")}`];
  const located = { node: node.name ?? node, type };
  if (other === undefined) return located;
  if (other !== "argument") return { ...located, schema: other };
  const [argument] = checker.getTypeArguments(type as ts.TypeReference);
  return argument ? { ...located, type: awaitedType(checker, argument) } : located;
}

function locateTypeArgument(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  request: Extract<SchemaRequest, { of: "type-argument" }>,
): Located | undefined {
  const holder = nodeAt(
    typescript,
    file,
    request.span,
    (node): node is ts.NodeWithTypeArguments | ts.CallExpression | ts.NewExpression =>
      typescript.isCallExpression(node) ||
      typescript.isNewExpression(node) ||
      typescript.isTypeReferenceNode(node) ||
      typescript.isExpressionWithTypeArguments(node),
  );
  const node = holder?.typeArguments?.[request.index];
  return node && { node, type: checker.getTypeFromTypeNode(node), written: node };
}

function functionAt(typescript: TypeScript, file: ts.SourceFile, span: Span): ts.SignatureDeclaration | undefined {
  return nodeAt(typescript, file, span, (node): node is ts.SignatureDeclaration => typescript.isFunctionLike(node));
}

/** The outermost node of a kind that spans exactly this text. */
function nodeAt<T extends ts.Node>(
  typescript: TypeScript,
  file: ts.SourceFile,
  { start, end }: Span,
  isWanted: (node: ts.Node) => node is T,
): T | undefined {
  let found: T | undefined;
  for (
    let node = tokenAt(typescript, file, start);
    node.getStart(file) === start && node.end <= end && !typescript.isSourceFile(node);
    node = node.parent
  ) {
    if (node.end === end && isWanted(node)) found = node;
  }
  return found;
}

/** The names that a value is taken apart into. */
function isPattern(typescript: TypeScript, node: ts.Node): node is ts.BindingPattern {
  return typescript.isObjectBindingPattern(node) || typescript.isArrayBindingPattern(node);
}

function isExpression(typescript: TypeScript, node: ts.Node): node is ts.Expression {
  // Names of declarations are identifiers too: their types can be asked for as well.
  return typescript.isExpression(node);
}
