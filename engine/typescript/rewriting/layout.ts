/** How a file is written: its indentation, line breaks and semicolons, and the names that it has. */
import type ts from "typescript";

/** The space at the beginning of the line that an offset is in. */
export function indentationOf({ text }: ts.SourceFile, offset: number): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/u.exec(text.slice(lineStart, offset))?.[0] ?? "";
}

export function lineBreakOf({ text }: ts.SourceFile): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** What ends a statement. */
export function statementEnd({ text }: ts.SourceFile): string {
  return /;\r?\n/u.test(text) ? ";" : "";
}

/** The name, or the first with a number behind it, that occurs nowhere in the file. */
export function freeName({ text }: ts.SourceFile, wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.includes(name) || new RegExp(`\\b${name}\\b`, "u").test(text);
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}${String(count)}`;
    if (!isTaken(name)) return name;
  }
}
