/** What a run of `check` has to say, whatever the format. */
import type { Analysis, Problem, UnusedSuppression } from "@loopguard/engine";
import type { Anchored } from "./anchor.js";
import type { BaselineEntry } from "./baseline.js";

export interface Report {
  /** What is to be fixed, in order of file and position. */
  readonly findings: readonly Anchored[];
  /** What would be, had nobody accepted it. */
  readonly accepted: readonly Accepted[];
  /** Empty unless they were asked for. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
  readonly stats: Analysis["stats"];
  readonly problems: readonly Problem[];
  /** Absent where no baseline was given. */
  readonly baseline?: { readonly known: number; readonly stale: readonly BaselineEntry[] };
}

export interface Accepted extends Anchored {
  readonly by: "comment" | "baseline";
  /** What the comment says after `--`. */
  readonly reason?: string;
}

/** The sentence about a disable comment that covers nothing. */
export function unusedSuppressionMessage({ rule }: UnusedSuppression): string {
  return `This comment disables loopguard/${rule}, which finds nothing here that the event loop waits for. Remove it.`;
}
