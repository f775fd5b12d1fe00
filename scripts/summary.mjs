/** The last line of a test run, which a script can read; without dependencies, since it also says that none are there. */

/** @param {{ passes: number, failures: number, pending: number }} counts */
export function summary({ passes, failures, pending }) {
  return `${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}`;
}
