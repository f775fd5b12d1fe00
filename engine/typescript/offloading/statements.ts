/** Statements of a module: the comments that belong to them, and those that import. */
import type ts from "typescript";
import type { TypeScript } from "../declaration.js";

/** The offset of the statement, or of the comments right above it. */
export function startWithComments(typescript: TypeScript, file: ts.SourceFile, statement: ts.Statement): number {
  const { text } = file;
  let start = statement.getStart(file);
  const previous = file.statements[file.statements.indexOf(statement) - 1];
  for (const { pos, end } of typescript.getLeadingCommentRanges(text, statement.getFullStart())?.toReversed() ?? []) {
    const isAbove = !/\n\s*\n/u.test(text.slice(end, start));
    const isTrailing = previous !== undefined && !/[\r\n]/u.test(text.slice(previous.end, pos));
    if (!isAbove || isTrailing) break;
    start = pos;
  }
  return start;
}

/** Whether it only brings in other modules: `import …`, `const { a } = require("a")`. */
export function isImport(typescript: TypeScript, statement: ts.Statement): boolean {
  if (typescript.isImportDeclaration(statement) || typescript.isImportEqualsDeclaration(statement)) return true;
  if (!typescript.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ initializer }) => {
    const { expression } = initializer && typescript.isCallExpression(initializer) ? initializer : {};
    return expression !== undefined && typescript.isIdentifier(expression) && expression.text === "require";
  });
}
