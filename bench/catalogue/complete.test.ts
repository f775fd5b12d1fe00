/** Every row of the catalogue was measured, or says why not; and what it says agrees with what was measured. */
import assert from "node:assert/strict";
import { catalogue } from "@loopguard/engine";
import { measurements } from "@loopguard/engine/measurements";
import { workloads } from "./workloads/index.js";

/** Upper limits of the tiers, in ms. */
const LIMITS = [0.05, 1, 20, Number.POSITIVE_INFINITY];
/** Machines differ, and so does what else they do: a figure this many times beyond its tier still agrees with it. */
const TOLERANCE = 4;

const rows = catalogue.flatMap(({ module, rows }) =>
  rows.map((row) => ({
    identity: `${module}#${row.member}`,
    row,
    workload: workloads[module]?.rows[row.member],
    measured: measurements[module]?.rows[row.member],
  })),
);

describe("measurements of the catalogue", () => {
  it("has a workload for every row, or a reason for having none", () => {
    assert.deepEqual(
      rows.filter(({ workload }) => workload === undefined).map(({ identity }) => identity),
      [],
    );
  });

  it("has a workload for nothing else", () => {
    const known = new Set(rows.map(({ identity }) => identity));
    const all = Object.entries(workloads).flatMap(([module, { rows: own }]) =>
      Object.keys(own).map((member) => `${module}#${member}`),
    );
    assert.deepEqual(
      all.filter((identity) => !known.has(identity)),
      [],
    );
  });

  it("has figures for every workload", () => {
    const missing = rows.filter(({ workload, measured }) => workload && !("unmeasured" in workload) && !measured);
    assert.deepEqual(
      missing.map(({ identity }) => identity),
      [],
    );
  });

  it("covers at least 150 packages", () => {
    const packages = Object.keys(measurements).filter((name) => name !== "global" && !name.startsWith("node:"));
    assert.ok(packages.length >= 150, String(packages.length));
  });

  it("gives no row a time that its figures are far from", () => {
    const wrong = rows.flatMap(({ identity, row: { cost, isFakeAsync }, measured }) => {
      // An estimate says what it assumes, which is more than what was measured.
      if (!measured || cost.source !== "measured") return [];
      // What computes in chunks lets others run in between.
      const ms = isFakeAsync === true ? Math.max(measured.stallMs, measured.ms * measured.loopShare) : measured.ms;
      const least = (LIMITS[cost.tier - 1] ?? 0) / TOLERANCE;
      const most = (LIMITS[cost.tier] ?? 0) * TOLERANCE;
      return ms < least || ms > most ? [`${identity}: tier ${String(cost.tier)}, ${String(ms)} ms`] : [];
    });
    assert.deepEqual(wrong, []);
  });

  it("offers no twin that gives something else", () => {
    const others = rows.filter(({ measured }) => measured?.replacement?.isSame === false);
    assert.deepEqual(
      others.map(({ identity }) => identity),
      [],
    );
  });

  it("says of what is asynchronous in name only how much of its time is on the event loop", () => {
    const wrong = rows.flatMap(({ identity, row: { cost, isFakeAsync, note }, measured }) => {
      // What computes in chunks says so, and how long the longest one is.
      if (isFakeAsync !== true || !measured || note?.includes("chunk") === true) return [];
      const { ms, totalMs, loopShare } = cost;
      const said = loopShare ?? (ms !== undefined && totalMs !== undefined ? ms / totalMs : undefined);
      if (said === undefined) return [`${identity}: nothing`];
      return loopShare !== undefined && Math.abs(loopShare - measured.loopShare) > 0.2
        ? [`${identity}: ${String(loopShare)}, and ${String(measured.loopShare)} was measured`]
        : [];
    });
    assert.deepEqual(wrong, []);
  });

  it("calls nothing asynchronous in name only that leaves the event loop alone", () => {
    const wronged = rows.filter(
      ({ row, measured }) => row.isFakeAsync === true && measured && measured.loopShare < 0.3,
    );
    assert.deepEqual(
      wronged.map(({ identity }) => identity),
      [],
    );
  });
});
