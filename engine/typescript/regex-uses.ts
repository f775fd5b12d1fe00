/** Regular expressions that are written out, and the text that they are matched with. */
import type ts from "typescript";
import type { FunctionId } from "../facts/facts.js";
import type { TypeScript } from "./declaration.js";
import { unwrap } from "./expressions.js";
import type { Scopes } from "./scopes.js";

export interface RegexUse {
  readonly pattern: string;
  readonly flags: string;
  readonly text: ts.Expression;
}

/** Methods of a regular expression, whose argument is the text. */
const OF_REGEX = new Set(["test", "exec"]);
/** Methods of a text, whose first argument is the regular expression. */
const OF_TEXT = new Set(["match", "matchAll", "replace", "replaceAll", "search", "split"]);
/** Nothing else goes over the same text again and again. */
const REPEATS = /[*+]|\{\d+,/u;

/** What a call matches with what, where the expression is written in it or in a constant of the file. */
export function regexUseOf(
  typescript: TypeScript,
  scopes: Scopes,
  call: ts.CallExpression,
  id: FunctionId,
): RegexUse | undefined {
  const { expression: callee } = call;
  const [first] = call.arguments;
  if (!first || !typescript.isPropertyAccessExpression(callee)) return undefined;
  const isOfRegex = OF_REGEX.has(callee.name.text);
  if (!isOfRegex && !OF_TEXT.has(callee.name.text)) return undefined;
  const [regex, text] = isOfRegex ? [callee.expression, first] : [first, callee.expression];
  const written = writtenRegex(typescript, scopes, regex, id);
  return written && REPEATS.test(written.pattern) ? { ...written, text } : undefined;
}

function writtenRegex(
  ts: TypeScript,
  scopes: Scopes,
  expression: ts.Expression,
  id: FunctionId,
): Omit<RegexUse, "text"> | undefined {
  const literal = literalRegex(ts, expression);
  if (literal) return literal;
  const node = unwrap(ts, expression);
  const value = ts.isPropertyAccessExpression(node)
    ? memberOf(ts, scopes, node, id)
    : ts.isIdentifier(node)
      ? initialiserOf(ts, scopes, node, id)
      : undefined;
  return value && literalRegex(ts, value);
}

/** `/a+/g`, `new RegExp("a+", "g")` */
function literalRegex(ts: TypeScript, expression: ts.Expression): Omit<RegexUse, "text"> | undefined {
  const node = unwrap(ts, expression);
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "RegExp") {
    const [pattern, flags] = node.arguments ?? [];
    if (!pattern || !ts.isStringLiteralLike(pattern) || (flags && !ts.isStringLiteralLike(flags))) return undefined;
    return { pattern: pattern.text, flags: flags?.text ?? "" };
  }
  return undefined;
}

function initialiserOf(
  ts: TypeScript,
  scopes: Scopes,
  { text }: ts.Identifier,
  id: FunctionId,
): ts.Expression | undefined {
  const declared = scopes.find(text, id)?.node;
  return declared && ts.isVariableDeclaration(declared) ? declared.initializer : undefined;
}

/** What a member is initialised with: of an object that is written out in a variable, or of a class. */
function memberOf(
  ts: TypeScript,
  scopes: Scopes,
  { expression, name }: ts.PropertyAccessExpression,
  id: FunctionId,
): ts.Expression | undefined {
  const holder = unwrap(ts, expression);
  const declared = ts.isIdentifier(holder) ? scopes.find(holder.text, id)?.node : undefined;
  if (declared && ts.isVariableDeclaration(declared) && declared.initializer) {
    const object = unwrap(ts, declared.initializer);
    const properties = ts.isObjectLiteralExpression(object) ? object.properties : [];
    const found = properties.find((property) => property.name && isNamed(ts, property.name, name.text));
    return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
  }
  const isThis = holder.kind === ts.SyntaxKind.ThisKeyword;
  const owner = declared && ts.isClassDeclaration(declared) ? declared : isThis ? classAround(ts, holder) : undefined;
  const member = owner?.members.find((each) => each.name && isNamed(ts, each.name, name.text));
  return member && ts.isPropertyDeclaration(member) ? member.initializer : undefined;
}

function isNamed(ts: TypeScript, name: ts.PropertyName, text: string): boolean {
  return (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)) && name.text === text;
}

function classAround(ts: TypeScript, node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) if (ts.isClassLike(at)) return at;
  return undefined;
}
