/** Where spans of files are, as lines and columns. */
import type { Span } from "../facts/facts.js";
import type { Project } from "../project.js";
import type { Location } from "../rules/finding.js";

export function locationOf({ files }: Project, file: string, span: Span): Location {
  const starts = files.get(file)?.facts.lineStarts ?? [0];
  const [start, end] = [positionOf(span.start, starts), positionOf(span.end, starts)];
  return { file, ...span, ...start, endLine: end.line, endColumn: end.column };
}

function positionOf(offset: number, lineStarts: readonly number[]): { readonly line: number; readonly column: number } {
  const line = Math.max(
    lineStarts.findLastIndex((start) => start <= offset),
    0,
  );
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}

/** Tells functions, calls and classes apart. */
export function callKey(file: string, { start, end }: Span): string {
  return `${file}#${String(start)}-${String(end)}`;
}
