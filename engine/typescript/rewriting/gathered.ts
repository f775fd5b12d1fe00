/** `list.map(f)` and `list.filter(f)` whose callback has to wait: all elements are waited for together. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { asynchronousFunctionAround } from "./asynchronous-function.js";
import { awaitAround } from "./await-operator.js";
import { refuseLateListeners } from "./late-listeners.js";
import { Refused } from "./refused.js";
import type { Sheet } from "./sheet.js";

/**
 * The call of an array's method that a function is handed to, where that function only works out a value, so that it
 * may run for several elements at once.
 */
export function gatheringCall(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  callback: ts.Node,
  isOwn: (file: ts.SourceFile) => boolean,
): ts.CallExpression | undefined {
  if (!typescript.isArrowFunction(callback) || typescript.isBlock(callback.body)) return undefined;
  const call = callback.parent;
  if (!typescript.isCallExpression(call) || call.arguments[0] !== callback || call.arguments.length > 1)
    return undefined;
  const { expression: callee } = call;
  if (!typescript.isPropertyAccessExpression(callee) || typescript.isOptionalChain(callee)) return undefined;
  if (!isArray(typescript, checker, callee.expression) || changes(typescript, callback.body)) return undefined;
  if (callsOwn(typescript, checker, callback.body, isOwn)) return undefined;
  const { text: method } = callee.name;
  if (method === "map") return call;
  const [parameter, ...others] = callback.parameters;
  const isNamed = parameter && typescript.isIdentifier(parameter.name) && !parameter.dotDotDotToken;
  return method === "filter" && isNamed && others.length === 0 ? call : undefined;
}

/** What is written at the same place for what is inside comes first. */
export interface OrderedEdit extends TextEdit {
  readonly isOutermost?: boolean;
}

/** @throws Refused where the code around the call cannot wait */
export function gatherEdits(sheet: Sheet, call: ts.CallExpression): readonly OrderedEdit[] {
  const { typescript, file, asynchronous } = sheet;
  refuseLateListeners(sheet, call, asynchronousFunctionAround(typescript, call, asynchronous));
  const { expression: callee } = call;
  const [callback] = call.arguments;
  if (!typescript.isPropertyAccessExpression(callee) || !callback || !typescript.isArrowFunction(callback)) {
    throw new Refused("It is no call of an array's method.");
  }
  const start = call.getStart(file);
  if (callee.name.text === "map") {
    const [opening, closing] = awaitAround(typescript, call);
    return [
      { start, end: start, text: `${opening}Promise.all(` },
      { start: call.end, end: call.end, text: `)${closing}`, isOutermost: true },
    ];
  }
  const { body, parameters } = callback;
  const kept = parameters[0]?.name.getText(file) ?? "";
  const bodyStart = body.getStart(file);
  return [
    { start, end: start, text: "(await Promise.all(" },
    { start: callee.name.getStart(file), end: callee.name.end, text: "map" },
    { start: bodyStart, end: bodyStart, text: "(" },
    { start: body.end, end: body.end, text: ` ? [${kept}] : [])`, isOutermost: true },
    { start: call.end, end: call.end, text: ")).flat()", isOutermost: true },
  ];
}

function isArray(typescript: TypeScript, checker: ts.TypeChecker, value: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(value);
  return checker.isArrayType(type) || checker.isTupleType(type) || typescript.isArrayLiteralExpression(value);
}

/** Functions of the project may do more than work out a value. */
function callsOwn(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  node: ts.Node,
  isOwn: (file: ts.SourceFile) => boolean,
): boolean {
  const declaration = typescript.isCallLikeExpression(node)
    ? checker.getResolvedSignature(node)?.declaration
    : undefined;
  if (declaration && isOwn(declaration.getSourceFile())) return true;
  return typescript.forEachChild(node, (child) => callsOwn(typescript, checker, child, isOwn)) === true;
}

/** Whether something else could see in which order the elements are worked out. */
function changes(typescript: TypeScript, node: ts.Node): boolean {
  const { SyntaxKind } = typescript;
  const isAssignment =
    typescript.isBinaryExpression(node) &&
    node.operatorToken.kind >= SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= SyntaxKind.LastAssignment;
  const isStep =
    typescript.isPostfixUnaryExpression(node) ||
    typescript.isDeleteExpression(node) ||
    (typescript.isPrefixUnaryExpression(node) &&
      (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken));
  const isChange =
    typescript.isCallExpression(node) &&
    /\.(?:add|clear|delete|pop|push|set|shift|splice|unshift|write\w*)$/u.test(node.expression.getText());
  return (
    isAssignment || isStep || isChange || typescript.forEachChild(node, (child) => changes(typescript, child)) === true
  );
}
