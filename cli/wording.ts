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

/** A duration in milliseconds as `65 ms`, `0.52 ms` or `1.9 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${trimmed(ms / 1000, ms < 9950 ? 1 : 0)} s`;
  if (ms >= 10) return `${ms.toFixed(0)} ms`;
  return ms < 0.01 && ms > 0 ? "under 0.01 ms" : `${trimmed(ms, 2)} ms`;
}

/** Bytes as `412 MB`. */
export function megabytes(bytes: number): string {
  return `${grouped(Math.round(bytes / 1_000_000))} MB`;
}

/** `about 65 ms per call (cost factor 10)`, or `over 20 ms per call, estimated` where nothing was measured. */
export function costInWords(cost: Cost): string {
  const words = cost.ms === undefined ? `${TIERS[cost.tier]} per call, estimated` : `${about(cost.ms)} per call`;
  return cost.of === undefined ? words : `${words} (${cost.of})`;
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

function about(ms: number): string {
  const words = duration(ms);
  return words.startsWith("under") ? words : `about ${words}`;
}

function trimmed(number: number, digits: number): string {
  return String(Number(number.toFixed(digits)));
}
