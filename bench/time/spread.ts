/** Medians of repeated measurements, with how far they spread. */

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (low + high) / 2;
}

/** `1.42 (1.38–1.50)`: the median, and the least and the greatest value where there are several. */
export function formatSpread(values: readonly number[], digits: number): string {
  const format = (value: number): string => value.toFixed(digits);
  const middle = format(median(values));
  return values.length < 2 ? middle : `${middle} (${format(Math.min(...values))}–${format(Math.max(...values))})`;
}
