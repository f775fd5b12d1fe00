/** Measures the type check that Loopguard's time is held against: `tsc --noEmit` of the same TypeScript. */
import { createRequire } from "node:module";

import { runMeasured } from "./measured-process.js";

export interface TscRun {
  /** Wall time of the whole command, in seconds. */
  readonly wall: number;
  /** The part of it that tsc calls check time, in seconds: no parsing, no binding. */
  readonly check: number;
  /** Errors it found. Many of them mean that dependencies are missing and the check is cheaper than it should be. */
  readonly errors: number;
  /** Peak memory, in MB. */
  readonly memory: number;
}

/**
 * Type-checks a project once, in its own process.
 *
 * @param tsconfig absolute path of the configuration file
 * @throws when tsc ends without its diagnostics, with what it said
 */
export function runTsc(tsconfig: string): TscRun {
  const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
  const { output, wall, memory } = runMeasured(tsc, [
    ...["--noEmit", "--incremental", "false", "--composite", "false", "--pretty", "false"],
    ...["--extendedDiagnostics", "-p", tsconfig],
  ]);
  const check = /^Check time:\s+([\d.]+)s$/mu.exec(output)?.[1];
  if (check === undefined) throw new Error(`tsc did not check ${tsconfig}:\n${output}`);
  return { wall, check: Number(check), errors: output.match(/error TS\d+:/gu)?.length ?? 0, memory };
}
