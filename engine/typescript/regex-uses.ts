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
  if (!ts.isIdentifier(node)) return undefined;
  const declared = scopes.find(node.text, id);
  if (!declared || !ts.isVariableDeclaration(declared.node) || !declared.node.initializer) return undefined;
  const value = unwrap(ts, declared.node.initializer);
  return ts.isIdentifier(value) ? undefined : writtenRegex(ts, scopes, value, declared.function);
}
