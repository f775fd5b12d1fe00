/** What commands that measure projects are given: which ones, and how often. */
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Measured {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly runs: number;
  /** Keeps what was measured as data, where that was asked for. */
  readonly keep: (measurements: unknown) => void;
}

/**
 * Reads `PATH… [--runs N] [--json FILE]`.
 *
 * @param usage printed when it is asked for, or when something else is given: the process exits with 2 then
 * @returns undefined when there is nothing to measure
 */
export function projectsToMeasure(usage: string): Measured | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: "string", default: "3" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const runs = Number(values.runs);
  if (values.help || positionals.length === 0 || !Number.isInteger(runs) || runs < 1) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return undefined;
  }
  const keep = (measurements: unknown): void => {
    keepMeasurements(values.json, measurements);
  };
  return { paths: positionals.map(fromCaller), runs, keep };
}

/** Writes them to the file, if there is one. */
export function keepMeasurements(file: string | undefined, measurements: unknown): void {
  if (file !== undefined) writeFileSync(fromCaller(file), `${JSON.stringify(measurements, undefined, 2)}\n`);
}

/** npm runs scripts in the package's folder; paths are meant from where the person stands. */
export function fromCaller(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

/**
 * The configuration of a project that is given by its folder or by that file.
 *
 * @throws when it is not there
 */
export function configOf(path: string): string {
  const tsconfig = existsSync(path) && statSync(path).isDirectory() ? join(path, "tsconfig.json") : path;
  if (!existsSync(tsconfig)) throw new Error(`${tsconfig} is not there`);
  return tsconfig;
}
