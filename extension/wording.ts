/** How numbers are said to a person. */

/** `1 route`, `12 routes` */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * `0.83 ms`, `81 ms`, `1.2 s`
 *
 * @param milliseconds Not negative.
 */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return milliseconds >= 10 ? `${milliseconds.toFixed(0)} ms` : `${String(Number(milliseconds.toPrecision(2)))} ms`;
}

const byTier = ["under 0.05 ms", "under 1 ms", "under 20 ms", "over 20 ms"] as const;

/** What one call costs: as measured, or else the bounds of its tier. */
export function cost({ tier, milliseconds }: { readonly tier: 0 | 1 | 2 | 3; readonly milliseconds?: number }): string {
  return milliseconds === undefined ? byTier[tier] : duration(milliseconds);
}
