/** The second best fix for a long loop: it takes as long as before, and others run every so many of its rounds. */
import type { YieldInLoop } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";
import type { Plan, Refusal } from "./fix.js";

/**
 * Rounds that go by without a pause, which itself takes a few µs: a round that searches or copies some thousand elements
 * takes up to 0.05 ms, and one that does next to nothing, 0.001 ms at most.
 */
const ROUNDS: YieldInLoop["rounds"] = { ofWork: 100, ofLoop: 10_000 };

/** Calls that take a millisecond or more each. */
const ROUNDS_OF_CALLS: YieldInLoop["rounds"] = { ofWork: 1, ofLoop: 1 };

export function letOthersRun({ kind, twin, callee, isInLoop, location }: Finding): Plan | Refusal {
  if (twin) return { reason: `${callee} has an asynchronous form, which lets others run.` };
  const isCall = kind === "cpu" && isInLoop;
  if (kind !== "loop" && !isCall) return { reason: `${callee} is no loop that could let others run in between.` };
  const { file, start, end } = location;
  const rounds = isCall ? ROUNDS_OF_CALLS : ROUNDS;
  return {
    title: "Let others run between rounds of the loop",
    files: [{ file, rewrites: [{ rewrite: "yield-in-loop", within: { start, end }, rounds }] }],
    notes: [
      "The loop takes as long as before, and whoever waits for its result a little longer: only all others no longer wait.",
    ],
  };
}
