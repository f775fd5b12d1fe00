/** What there is to read. */
export function notes(count: number): string {
  const note =
    "## A note\n\n- with *some* `code`\n- and [a link](https://example.com)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n";
  return note.repeat(count);
}
