/** What would have to change, were a function asynchronous. */
import type ts from "typescript";
import type { AsynchronousForm, FormQuestion, FunctionPlace } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { isAsynchronous, nameOf } from "./asynchronous-function.js";
import { isIndifferent, isPromiseWelcome } from "./callbacks.js";
import { asImplementation, isTransparent, nameToken } from "./functions.js";
import { gatheringCall } from "./gathered.js";
import { fittingRegistrations, isRegisteredBy } from "./registrations.js";
import { Refused } from "./refused.js";
import { checkResult } from "./result-type.js";
import { placeOf, type Surroundings, UseCollector } from "./uses.js";

/**
 * @param node the function's node
 * @throws Refused with the reason why it has to stay as it is
 */
export function asynchronousForm(
  typescript: TypeScript,
  surroundings: Surroundings,
  node: ts.Node,
  question: FormQuestion,
): Exclude<AsynchronousForm, { is: "refused" }> {
  const implementation = asImplementation(typescript, node);
  if (isAsynchronous(typescript, implementation)) return { ...NOTHING, isAsynchronous: true };
  const sourceFile = node.getSourceFile();
  const checker = surroundings.files.find(({ file }) => file.fileName === sourceFile.fileName)?.checker;
  if (!checker) throw new Refused("The file is not part of the program.");
  if (checkResult(checker, implementation, typescript)) return NOTHING;
  const name = nameToken(typescript, implementation);
  const registrations = fittingRegistrations(typescript, implementation, question.registrations, surroundings);
  if (isRegisteredBy(typescript, implementation, registrations)) return NOTHING;
  const isValue = typescript.isArrowFunction(implementation) || typescript.isFunctionExpression(implementation);
  if (isValue) {
    const ignoresResult = (callee: ts.Node, parameters: number): boolean =>
      isIndifferent(surroundings.referencesOf(callee), parameters, question.indifferent, (name) =>
        surroundings.versionOf(sourceFile.fileName, name),
      );
    if (question.isIgnored || isPromiseWelcome(typescript, checker, implementation, ignoresResult)) return NOTHING;
    const call = immediateCall(typescript, implementation);
    if (call) return { ...NOTHING, calls: [awaited(typescript, call)] };
    const isOwn = ({ fileName }: ts.SourceFile): boolean =>
      surroundings.files.some(({ file }) => file.fileName === fileName);
    const gathering = question.isReading ? gatheringCall(typescript, checker, implementation, isOwn) : undefined;
    if (gathering) return { ...NOTHING, calls: [{ ...awaited(typescript, gathering), isGathered: true }] };
    if (!name) throw new Refused(refusalOf(typescript, implementation));
  }
  if (!name) throw new Refused(`${nameOf(typescript, implementation)} has no name to find its callers by.`);
  if (typescript.canHaveDecorators(implementation) && typescript.getDecorators(implementation) && !question.isAwaited) {
    throw new Refused(`${nameOf(typescript, implementation)} is decorated: who calls it is not certain.`);
  }
  if (isMember(typescript, name) && CALLED_BY_THE_LANGUAGE.has(name.getText())) {
    throw new Refused(`The language itself calls ${name.getText()}, and does not wait.`);
  }
  const { calls, declarations, isOffered } = new UseCollector(typescript, surroundings, {
    ...question,
    registrations,
  }).collect(name);
  const alike: FunctionPlace[] = [];
  const signatures: FunctionPlace[] = [];
  for (const declaration of declarations) {
    const form = formOf(typescript, declaration);
    if (form?.is === "implementation" && form.node !== implementation) alike.push(functionPlace(typescript, form.node));
    if (form?.is === "signature") signatures.push(functionPlace(typescript, form.node));
  }
  return {
    is: "possible",
    isAsynchronous: false,
    ...(isOffered && { offeredAs: name.getText() }),
    calls: calls.filter((call) => !typescript.isAwaitExpression(call.parent)).map((call) => awaited(typescript, call)),
    alike,
    signatures,
  };
}

const NOTHING = { is: "possible", isAsynchronous: false, calls: [], alike: [], signatures: [] } as const;

/** In templates, comparisons and sums, by `JSON.stringify`, and where something is awaited. */
const CALLED_BY_THE_LANGUAGE: ReadonlySet<string> = new Set([
  "then",
  "toJSON",
  "toLocaleString",
  "toString",
  "valueOf",
]);

function isMember(typescript: TypeScript, { parent }: ts.Node): boolean {
  return (
    typescript.isClassElement(parent) ||
    typescript.isObjectLiteralElement(parent) ||
    typescript.isPropertyAccessExpression(parent)
  );
}

export function functionPlace(typescript: TypeScript, node: ts.Node): FunctionPlace {
  const file = node.getSourceFile();
  const start = node.getStart(file);
  const name = typescript.isFunctionLike(node) ? nameToken(typescript, node) : undefined;
  return { file: file.fileName, start, end: node.end, nameOffset: name?.getStart(file) ?? start };
}

/** `(() => { … })()`. */
function immediateCall(typescript: TypeScript, node: ts.Expression): ts.CallExpression | undefined {
  let value: ts.Node = node;
  while (typescript.isParenthesizedExpression(value.parent)) value = value.parent;
  const { parent } = value;
  return typescript.isCallExpression(parent) && parent.expression === value ? parent : undefined;
}

function awaited(typescript: TypeScript, call: ts.CallExpression): FormCall {
  const { fileName: file } = call.getSourceFile();
  return { file, start: call.getStart(), end: call.end, within: functionPlace(typescript, waiting(typescript, call)) };
}

type FormCall = Extract<AsynchronousForm, { is: "possible" }>["calls"][number];

/** The function around a call, which has to wait. */
function waiting(typescript: TypeScript, call: ts.CallExpression): ts.Node {
  let inner: ts.Node = call;
  for (let outer = call.parent; !typescript.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (typescript.isClassStaticBlockDeclaration(outer) || typescript.isPropertyDeclaration(outer)) {
      throw new Refused(`The call in ${placeOf(call)} is made for a class's field or static block, which cannot wait.`);
    }
    if (typescript.isDecorator(inner)) throw new Refused(`The call in ${placeOf(call)} decorates, and cannot wait.`);
    if (!typescript.isFunctionLike(outer) || ("name" in outer && outer.name === inner)) continue;
    if (typescript.isParameter(inner)) {
      throw new Refused(`The call in ${placeOf(call)} gives a parameter's default value, which cannot wait.`);
    }
    if (isInChain(typescript, call)) throw new Refused(`The call in ${placeOf(call)} is part of an optional chain.`);
    return outer;
  }
  throw new Refused(`The call in ${placeOf(call)} is made at a module's top level.`);
}

/** `a?.f().x`: to wait in the middle would change what is skipped. */
function isInChain(typescript: TypeScript, call: ts.CallExpression): boolean {
  return typescript.isOptionalChain(call) && typescript.isOptionalChain(call.parent);
}

function formOf(
  typescript: TypeScript,
  declaration: ts.Node,
): { readonly is: "implementation" | "signature"; readonly node: ts.Node } | undefined {
  if (typescript.isFunctionDeclaration(declaration) || typescript.isMethodDeclaration(declaration)) {
    return { is: declaration.body ? "implementation" : "signature", node: declaration };
  }
  if (typescript.isMethodSignature(declaration)) return { is: "signature", node: declaration };
  const isProperty = typescript.isPropertySignature(declaration) || typescript.isPropertyDeclaration(declaration);
  const value = valueOf(typescript, declaration);
  if (value && (typescript.isArrowFunction(value) || typescript.isFunctionExpression(value))) {
    return { is: "implementation", node: value };
  }
  if (isProperty && declaration.type && typescript.isFunctionTypeNode(declaration.type)) {
    return { is: "signature", node: declaration };
  }
  const isOtherName =
    typescript.isShorthandPropertyAssignment(declaration) ||
    typescript.isBindingElement(declaration) ||
    (typescript.isPropertyAssignment(declaration) && value && typescript.isIdentifier(value)) ||
    typescript.isPropertyAccessExpression(declaration) ||
    typescript.isBinaryExpression(declaration);
  if (isOtherName) return undefined;
  throw new Refused(`What is declared in ${placeOf(declaration)} would have to be asynchronous as well.`);
}

function valueOf(typescript: TypeScript, declaration: ts.Node): ts.Expression | undefined {
  const hasValue =
    typescript.isVariableDeclaration(declaration) ||
    typescript.isPropertyAssignment(declaration) ||
    typescript.isPropertyDeclaration(declaration);
  if (hasValue) {
    const { initializer } = declaration;
    let value = initializer;
    while (value && isTransparent(typescript, value)) value = (value as ts.ParenthesizedExpression).expression;
    return value;
  }
  return undefined;
}

function refusalOf(typescript: TypeScript, node: ts.Expression): string {
  let value: ts.Node = node;
  while (typescript.isParenthesizedExpression(value.parent)) value = value.parent;
  const { parent } = value;
  const isHanded = typescript.isCallExpression(parent) || typescript.isNewExpression(parent);
  if (isHanded && parent.expression !== value) {
    const callee = parent.expression.getText().replaceAll(/\s+/gu, " ");
    const shown = callee.length > 40 ? `…${callee.slice(-40)}` : callee;
    return `${shown} in ${placeOf(parent)} does not wait for what its callback returns.`;
  }
  return `The function in ${placeOf(node)} is used as a value, and who calls it does not wait.`;
}
