/** Where a span of text lies after the text around it was edited. Offsets are UTF-16 code units. */

/** Everything between the first and the last difference. */
export interface TextChange {
  readonly start: number;
  /** How much of the old text, and of the new one, lies between. */
  readonly removed: number;
  readonly added: number;
}

/** @returns undefined when the texts are the same */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let common = 0;
  while (
    common < shorter - start &&
    before.charCodeAt(before.length - 1 - common) === after.charCodeAt(after.length - 1 - common)
  ) {
    common++;
  }
  return { start, removed: before.length - common - start, added: after.length - common - start };
}

/** @returns undefined when some of the span was changed */
export function spanAfter(
  { start, removed, added }: TextChange,
  span: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  if (span.end <= start) return span;
  if (span.start < start + removed) return undefined;
  const shift = added - removed;
  return { start: span.start + shift, end: span.end + shift };
}
