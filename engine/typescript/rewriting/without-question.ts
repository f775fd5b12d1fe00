/** `if (!existsSync(p)) mkdirSync(p, …)` → `mkdirSync(p, { recursive: true })`, which does nothing where it is there. */
import type ts from "typescript";
import type { TextEdit } from "../../rewriter.js";
import type { Sheet } from "./sheet.js";

/** Functions that make what is asked for, or leave it as it is when they may: `{ recursive: true }`. */
const CREATES = /^(?:mkdirSync|mkdir)$/u;

/**
 * What another request does between the question and the answer would make the second of two fail. Without the
 * question, none does.
 *
 * @param call the question whether something exists
 * @returns undefined where it is asked for another purpose
 */
export function withoutQuestion(sheet: Sheet, call: ts.CallExpression): readonly TextEdit[] | undefined {
  const { typescript, file, imports } = sheet;
  const condition = call.parent;
  const isNegated =
    typescript.isPrefixUnaryExpression(condition) && condition.operator === typescript.SyntaxKind.ExclamationToken;
  const test = condition.parent;
  if (!isNegated || !typescript.isIfStatement(test) || test.expression !== condition || test.elseStatement)
    return undefined;
  const { thenStatement } = test;
  const statements = typescript.isBlock(thenStatement) ? thenStatement.statements : [thenStatement];
  const [statement, ...others] = statements;
  if (!statement || others.length > 0 || !typescript.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  const creation = typescript.isAwaitExpression(expression) ? expression.expression : expression;
  if (!typescript.isCallExpression(creation)) return undefined;
  const callee = typescript.isPropertyAccessExpression(creation.expression)
    ? creation.expression.name
    : creation.expression;
  const [path, options, ...more] = creation.arguments;
  const [asked] = call.arguments;
  if (!CREATES.test(callee.getText(file)) || !path || more.length > 0) return undefined;
  if (path.getText(file) !== asked?.getText(file) || !isNamed(typescript, path)) return undefined;
  if (options && !/\brecursive:\s*true\b/u.test(options.getText(file))) return undefined;
  const recursive = options ? [] : [{ start: path.end, end: path.end, text: ", { recursive: true }" }];
  const before = { start: test.getStart(file), end: statement.getStart(file), text: "" };
  const after = { start: statement.end, end: test.end, text: "" };
  // A comment there would be lost.
  const around = file.text.slice(condition.end, before.end) + file.text.slice(after.start, after.end);
  if (!/^[\s(){}]*$/u.test(around)) return undefined;
  imports.release(call.expression);
  return [before, ...recursive, after];
}

/** A name, or a member of one: worked out twice, it is the same. */
export function isNamed(typescript: Sheet["typescript"], value: ts.Expression): boolean {
  if (typescript.isPropertyAccessExpression(value)) return isNamed(typescript, value.expression);
  return (
    typescript.isIdentifier(value) ||
    typescript.isStringLiteralLike(value) ||
    value.kind === typescript.SyntaxKind.ThisKeyword
  );
}
