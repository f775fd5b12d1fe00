/** What commands that measure projects are given: which ones, and how often. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Measured {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly runs: number;
}

/**
 * Reads `PATH… [--runs N]`.
 *
 * @param usage printed when it is asked for, or when something else is given: the process exits with 2 then
 * @returns undefined when there is nothing to measure
 */
export function projectsToMeasure(usage: string): Measured | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: "string", default: "3" }, help: { type: "boolean", default: false } },
  });
  const runs = Number(values.runs);
  if (values.help || positionals.length === 0 || !Number.isInteger(runs) || runs < 1) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return undefined;
  }
  // npm runs scripts in the package's folder; paths are meant from where the person stands.
  const from = process.env["INIT_CWD"] ?? ".";
  return { paths: positionals.map((path) => resolve(from, path)), runs };
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
