/** Whether a twin can do what a call asks of it: options that it lacks, descriptors, results of another shape. */
import type ts from "typescript";
import type { AwaitTwin, TextEdit } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";
import { isPiped } from "./process-result.js";
import type { Sheet } from "./sheet.js";

type Twin = AwaitTwin["twin"];
export type TwinText = NonNullable<Twin["text"]>;

/** @throws Refused where the twin does not take what the call is given */
export function checkArguments({ typescript, checker }: Sheet, call: ts.CallExpression, twin: Twin): void {
  const [first, ...others] = call.arguments;
  const { lacksOptions, lacksDescriptors } = twin;
  if (lacksDescriptors === true && first && mayBeDescriptor(typescript, checker, first)) {
    throw new Refused("The asynchronous form takes no file descriptor.");
  }
  if (!lacksOptions) return;
  for (const options of others) {
    const names = propertyNames(typescript, options);
    if (!names) throw new Refused("It is not certain which options are passed.");
    const lacking = names.find((name) => lacksOptions.includes(name));
    if (lacking !== undefined) throw new Refused(`The asynchronous form knows no option ${lacking}.`);
  }
}

/**
 * `{ throwIfNoEntry: false }`, of a twin that knows no such option: it rejects with `ENOENT` instead.
 *
 * @returns what takes the option away; undefined where it is not given
 */
export function missingEntryOption(
  typescript: TypeScript,
  { arguments: given }: ts.CallExpression,
  { lacksOptions }: Twin,
): TextEdit | undefined {
  const [path, options, ...others] = given;
  if (lacksOptions?.includes(NO_ENTRY) !== true || !path || !options || others.length > 0) return undefined;
  if (!typescript.isObjectLiteralExpression(options) || options.properties.length !== 1) return undefined;
  const [property] = options.properties;
  const isOff =
    property &&
    typescript.isPropertyAssignment(property) &&
    property.name.getText() === NO_ENTRY &&
    property.initializer.kind === typescript.SyntaxKind.FalseKeyword;
  return isOff ? { start: path.end, end: options.end, text: "" } : undefined;
}

const NO_ENTRY = "throwIfNoEntry";

function mayBeDescriptor(typescript: TypeScript, checker: ts.TypeChecker | undefined, value: ts.Expression): boolean {
  if (typescript.isNumericLiteral(value) || typescript.isSpreadElement(value)) return true;
  if (/(?:^|[._])(?:fd|fileDescriptor|descriptor)$|Fd$/u.test(value.getText())) return true;
  const type = checker?.getTypeAtLocation(value);
  const parts = type?.isUnion() === true ? type.types : type ? [type] : [];
  return parts.some(({ flags }) => (flags & typescript.TypeFlags.NumberLike) !== 0);
}

/**
 * Where the text goes that the call returns.
 *
 * @returns up to where the text is made; undefined when something else than a text is wanted, or it is not certain
 */
export function textUse(
  typescript: TypeScript,
  call: ts.CallExpression,
  text: TwinText,
): "unused" | { readonly end: number } | undefined {
  const isText = optionsOf(typescript, call, text);
  if (isText === undefined || readsError(typescript, call, text)) return undefined;
  const { parent } = call;
  if (typescript.isExpressionStatement(parent)) return "unused";
  if (isText) return { end: call.end };
  const conversion = parent.parent;
  const isConverted =
    typescript.isPropertyAccessExpression(parent) &&
    parent.name.text === "toString" &&
    typescript.isCallExpression(conversion) &&
    conversion.expression === parent &&
    conversion.arguments.every((argument) => isUtf8(typescript, argument));
  return isConverted ? { end: conversion.end } : undefined;
}

/** @returns whether the options ask for a text; undefined when some of them mean something else to the twin */
function optionsOf(
  typescript: TypeScript,
  { arguments: given }: ts.CallExpression,
  { optionsAt, options }: TwinText,
): boolean | undefined {
  const last = given.at(-1);
  if (!last || given.some((argument) => typescript.isSpreadElement(argument))) return undefined;
  if (!typescript.isObjectLiteralExpression(last)) return given.length <= optionsAt ? false : undefined;
  const names = propertyNames(typescript, last)?.filter((_, index) => !isPropertyPiped(index));
  if (!names || given.length > optionsAt + 1 || names.some((name) => !options.includes(name))) return undefined;
  const encoding = last.properties.find((property) => property.name?.getText() === "encoding");
  if (!encoding) return false;
  return typescript.isPropertyAssignment(encoding) && isUtf8(typescript, encoding.initializer) ? true : undefined;

  function isPropertyPiped(index: number): boolean {
    const property = last && typescript.isObjectLiteralExpression(last) ? last.properties[index] : undefined;
    return property !== undefined && isPiped(typescript, property);
  }
}

function isUtf8(typescript: TypeScript, value: ts.Expression): boolean {
  return typescript.isStringLiteralLike(value) && /^utf-?8$/iu.test(value.text);
}

/** @returns undefined when they are not written out */
function propertyNames(typescript: TypeScript, value: ts.Expression): readonly string[] | undefined {
  if (!typescript.isObjectLiteralExpression(value)) return undefined;
  const names = value.properties.map(({ name }) => (name && typescript.isIdentifier(name) ? name.text : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** Whether the code that catches a failure looks at what is different about it. */
function readsError(typescript: TypeScript, call: ts.Node, { errorProperties }: TwinText): boolean {
  for (let inner = call; !typescript.isFunctionLike(inner) && !typescript.isSourceFile(inner); inner = inner.parent) {
    const { parent } = inner;
    if (!typescript.isTryStatement(parent) || parent.tryBlock !== inner || !parent.catchClause) continue;
    const { variableDeclaration, block } = parent.catchClause;
    if (variableDeclaration && !typescript.isIdentifier(variableDeclaration.name)) return true;
    if (new RegExp(`\\b(?:${errorProperties.join("|")})\\b`, "u").test(block.getText())) return true;
  }
  return false;
}
