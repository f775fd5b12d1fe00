/** Numbers, costs and contexts as a person says them. */
import type { Context, Cost, CostTier } from "@loopguard/engine";

/** `1 file`, `1,759 files`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(number)} ${number === 1 ? singular : plural}`;
}

/** `46,384`. */
export function grouped(number: number): string {
  return number.toLocaleString("en-US");
}

/** A duration in milliseconds as `65 ms`, `0.012 ms` or `1.9 s`: two digits are all that times repeat to. */
export function duration(ms: number): string {
  return ms >= 1000 ? `${twoDigits(ms / 1000)} s` : `${twoDigits(ms)} ms`;
}

/** Bytes as `412 MB`. */
export function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / 1_000_000))} MB`;
}

/** `about 65 ms per call`, or `over 20 ms per call, estimated` where nothing was measured. */
export function costInWords(cost: Cost): string {
  return cost.ms === undefined ? `${TIERS[cost.tier]} per call, estimated` : `about ${duration(cost.ms)} per call`;
}

/** Why code runs, to follow "blocking call": `on the event loop`. */
export const CONTEXTS: Readonly<Record<Context, string>> = {
  loop: "on the event loop",
  startup: "at start-up",
  once: "run at most once",
  worker: "on a worker",
  script: "in scripts and tests",
  unknown: "in code that nothing calls",
};

const TIERS: Readonly<Record<CostTier, string>> = {
  0: "under 0.05 ms",
  1: "under 1 ms",
  2: "under 20 ms",
  3: "over 20 ms",
};

function twoDigits(number: number): string {
  return number >= 10 ? grouped(Math.round(number)) : String(Number(number.toPrecision(2)));
}
