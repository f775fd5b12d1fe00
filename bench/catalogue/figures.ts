/** From what a measured process printed to what is kept of it. */
import type { Measurement } from "@loopguard/engine";

import type { Figures, SizeFigures } from "./measured-call.js";
import type { Workload } from "./workload.js";

/** A call is asynchronous in fact when the event loop is busy for at most this share of it. */
export const ASYNCHRONOUS_SHARE = 0.2;
/** Times below are the clock's and the loop's own grain: nothing follows from them. In ms. */
const GRAIN = 0.02;

export function measurementOf(workload: Workload, figures: Figures): Measurement {
  const typical = workload.typical ?? figures.sizes.at(-1)?.size;
  const at = (sizes: readonly SizeFigures[]): SizeFigures => {
    const found = sizes.find(({ size }) => size === typical);
    if (!found) throw new Error(`size ${String(typical)} was not measured`);
    return found;
  };
  const { ms, stallMs, loopShare } = at(figures.sizes);
  const growth = growthOf(figures.sizes);
  const of = workload.of?.(typical ?? 1);
  return {
    ms: rounded(ms),
    stallMs: rounded(stallMs),
    loopShare: rounded(loopShare),
    ...(of === undefined ? {} : { of }),
    ...(growth === undefined ? {} : { growth }),
    ...(figures.replacement && {
      replacement: {
        is: figures.replacement.is,
        ms: rounded(at(figures.replacement.sizes).ms),
        loopShare: rounded(at(figures.replacement.sizes).loopShare),
        ...(figures.replacement.isSame === undefined ? {} : { isSame: figures.replacement.isSame }),
      },
    }),
  };
}

/** The slope between the logarithms of size and time, of the sizes whose time says something. */
function growthOf(sizes: readonly SizeFigures[]): number | undefined {
  const telling = sizes.filter(({ ms }) => ms >= GRAIN);
  const [first] = telling;
  const last = telling.at(-1);
  if (!first || !last || first === last) return undefined;
  return Math.round((10 * Math.log(last.ms / first.ms)) / Math.log(last.size / first.size)) / 10;
}

/** Two significant digits: more would be this machine's, not the call's. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
