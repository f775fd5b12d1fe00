/** Statements with the comments that belong to them. */
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
