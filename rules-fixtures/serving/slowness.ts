/** How slow this machine is now, beside the one on which the catalogue's figures were measured. */
import assert from "node:assert/strict";
import { pbkdf2Sync } from "node:crypto";
import { catalogue } from "@loopguard/engine";

/** What the catalogue's figure is of: processor time alone, which no cache and no compiler shortens. */
const ITERATIONS = 100_000;
const OF = "100,000 iterations";
/** The quickest counts: what else the machine does only makes it longer. */
const RUNS = 3;

/** @returns how many times as long as there something takes here; 1 where it is quicker here */
export function slowness(): number {
  const measured = catalogue
    .find(({ module }) => module === "node:crypto")
    ?.rows.find(({ member }) => member === "pbkdf2Sync")?.cost;
  assert.ok(measured?.ms !== undefined && measured.of === OF);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    pbkdf2Sync("password", "salt", ITERATIONS, 64, "sha512");
    return performance.now() - start;
  });
  return Math.max(1, Math.min(...times) / measured.ms);
}
