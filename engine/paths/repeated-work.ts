/** What is reported of loops that do too much: data. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { CatalogueRow, Cost } from "../catalogue/row.js";
import type { RepeatedWork, RepeatedWorkFact } from "../facts/facts.js";

const thousands: Cost = { tier: 2, source: "estimated", of: "some thousand elements" };

/** By shape; where something is called, its name stands in for the first word: `ids.includes in a loop`. */
const ROWS: Readonly<Record<RepeatedWork, CatalogueRow>> = {
  search: {
    member: "search in a loop",
    kind: "loop",
    cost: thousands,
    growth: "quadratic",
    note: "Put the elements into a Set or a Map before the loop, and look them up there.",
  },
  loop: {
    member: "loop in a loop",
    kind: "loop",
    cost: thousands,
    growth: "quadratic",
    note: "Group the elements in a Map before the loop, limit their number, or await between batches.",
  },
  copy: {
    member: "copy in a loop",
    kind: "loop",
    cost: thousands,
    growth: "quadratic",
    note: "Do it once, before the loop.",
  },
  accumulation: {
    member: "copy of what a loop has made, in each of its rounds",
    kind: "loop",
    cost: thousands,
    growth: "quadratic",
    note: "Add to the same array or object instead.",
  },
  rounds: {
    member: "loop of a million rounds or more",
    kind: "loop",
    cost: { tier: 2, source: "estimated", of: "a million rounds that do next to nothing" },
    note: "Move it to a worker thread, or let others run now and then: await setImmediate of node:timers/promises.",
  },
  settled: {
    member: "loop that awaits only what has settled",
    kind: "loop",
    cost: { tier: 2, source: "estimated", of: "as many rounds as it has" },
    note: "Such an await lets no timer and no request run: await setImmediate of node:timers/promises instead.",
  },
  queued: {
    member: "function that queues itself before anything else",
    kind: "loop",
    cost: { tier: 2, source: "estimated", of: "as often as it does" },
    note: "No timer and no request runs until it stops: use setImmediate instead.",
  },
  recursion: {
    member: "recursion that calls itself twice",
    kind: "loop",
    cost: { tier: 3, source: "estimated", of: "a depth of 40" },
    growth: "exponential",
    note: "Keep the results that were computed, or compute them from the smallest up.",
  },
};

export function repeatedWork({ what, name }: RepeatedWorkFact): CatalogueMatch {
  const row = ROWS[what];
  const isNamed = name !== undefined && (what === "search" || what === "copy" || what === "loop");
  return { module: "", row: isNamed ? { ...row, member: `${name} in a loop` } : row, rest: [] };
}
