/** Markdown tables that are also readable in a terminal. */

/**
 * A table with its columns padded to one width.
 *
 * @param alignments `r` for a column of numbers, `l` otherwise; left where missing
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly ("l" | "r")[] = [],
): string {
  const cells = [head, ...rows].map((row) =>
    head.map((_, column) => (row[column] ?? "").replaceAll("|", String.raw`\|`)),
  );
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width, column) =>
    alignments[column] === "r" ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  const lines = cells.map((row) =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return alignments[column] === "r" ? cell.padStart(width) : cell.padEnd(width);
    }),
  );
  lines.splice(1, 0, rule);
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}
