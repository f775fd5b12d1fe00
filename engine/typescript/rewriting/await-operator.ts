/** The text of `await` around an expression, so that it waits for that expression and for nothing else. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";
import { Refused } from "./refused.js";

/**
 * @returns what to write in front of the expression and behind it; nothing where it is awaited already
 * @throws Refused where no `await` can stand
 */
export function awaitAround(typescript: TypeScript, call: ts.Expression): readonly [opening: string, closing: string] {
  const { parent } = call;
  if (typescript.isAwaitExpression(parent)) return ["", ""];
  if (typescript.isDecorator(parent)) throw new Refused("A decorator cannot await.");
  if (!needsParentheses(typescript, call)) return ["await ", ""];
  return [parenthesised(typescript, call).opening, ")"];
}

/** For a member of what is awaited. */
export function parenthesised(typescript: TypeScript, call: ts.Expression): { readonly opening: string } {
  return { opening: `${separator(typescript, call)}(await ` };
}

/** `await f().x` waits for `f().x`: wherever an operator binds closer than `await`, parentheses keep the meaning. */
function needsParentheses(typescript: TypeScript, call: ts.Expression): boolean {
  const { parent } = call;
  if (
    typescript.isPropertyAccessExpression(parent) ||
    typescript.isElementAccessExpression(parent) ||
    typescript.isCallExpression(parent) ||
    typescript.isNewExpression(parent) ||
    typescript.isTaggedTemplateExpression(parent)
  ) {
    // Not as an argument, or between the brackets: there it stands alone.
    return "expression" in parent ? parent.expression === call : parent.tag === call;
  }
  if (typescript.isBinaryExpression(parent)) {
    return parent.left === call && parent.operatorToken.kind === typescript.SyntaxKind.AsteriskAsteriskToken;
  }
  // `!await f()` would mean the same, and is hard to read.
  if (typescript.isPrefixUnaryExpression(parent)) return true;
  return typescript.isNonNullExpression(parent) || typescript.isExpressionWithTypeArguments(parent);
}

/** Without semicolons, a line that begins with `(` goes on from the one before. */
function separator(typescript: TypeScript, call: ts.Expression): string {
  const file = call.getSourceFile();
  let statement: ts.Node = call;
  while (!typescript.isStatement(statement)) statement = statement.parent;
  if (statement.getStart(file) !== call.getStart(file)) return "";
  const before = file.text.slice(0, statement.getStart(file)).trimEnd();
  return before === "" || /[;{}]$/u.test(before) || statement.getFullStart() === 0 ? "" : ";";
}
