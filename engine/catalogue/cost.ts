/** How a row states its cost: a measured figure, from which the tier follows, or an estimated tier. */
import type { Cost, CostTier } from "./row.js";

/**
 * A cost that was measured.
 *
 * @param ms Median time per call, in milliseconds.
 * @param of What was measured: `a 60 KB buffer`, `cost factor 10`.
 * @param totalMs Of what only looks asynchronous: the time until its result is there, in milliseconds.
 */
export function measured(ms: number, of?: string, totalMs?: number): Cost {
  return {
    tier: tierOf(ms),
    ms,
    ...(totalMs === undefined ? {} : { totalMs }),
    ...(of === undefined ? {} : { of }),
    source: "measured",
  };
}

/**
 * A cost that follows from what the call does; nobody measured it.
 *
 * @param of What the estimate assumes: `a file of some KB`.
 * @param loopShare Of what only looks asynchronous: the part of its time that it was measured to be on the loop.
 */
export function estimated(tier: CostTier, of?: string, loopShare?: number): Cost {
  return {
    tier,
    ...(loopShare === undefined ? {} : { loopShare }),
    ...(of === undefined ? {} : { of }),
    source: "estimated",
  };
}

/** The tier of a time per call in milliseconds. */
export function tierOf(ms: number): CostTier {
  if (ms < 0.05) return 0;
  if (ms < 1) return 1;
  return ms < 20 ? 2 : 3;
}
