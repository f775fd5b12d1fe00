/** Where an offset is, as people count. */

/**
 * 1-based line and column of an offset.
 *
 * @param lineStarts offsets of the first character of each line, in order
 * @param offset in UTF-16 code units
 */
export function positionOf(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
