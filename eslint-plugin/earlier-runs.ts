/** What earlier runs of the linter found, kept on the disk for later ones and for workers beside it. */
import { cacheDirectory, keptRuns, type KeptResults, type KeptRuns, openResultsOfEngine } from "@loopguard/node-host";
import { type Analysis, analysisAfter, type AnalysisRecord, type Configuration } from "@loopguard/engine";
import { editsSince, type ProgramDigest, type ProgramRecord } from "@loopguard/engine/typescript";
import { typescriptOf, type Program } from "./linter-program.js";
import { log } from "./log.js";

/** An analysis, and the program that it is of. Plain JSON. */
export interface RunRecord {
  readonly program: ProgramRecord;
  readonly analysis: AnalysisRecord;
}

export interface EarlierRuns {
  /**
   * @param subject what is looked at, whatever it says now: a program, by where it comes from and how it is configured
   */
  last(subject: string): RunRecord | undefined;
  keep(subject: string, run: RunRecord): void;
  /**
   * Runs the work when nobody else is at the same: workers that start together would all analyse one program.
   *
   * @param text what the subject says now
   */
  alone<T>(subject: string, text: string, work: (hasWaited: boolean) => T): T;
}

/** @returns undefined where nothing is to be kept: `LOOPGUARD_CACHE=off`, or no place for it */
export function earlierRunsIn(root: string, variables: NodeJS.ProcessEnv = process.env): EarlierRuns | undefined {
  const results = keptResultsIn(root, variables);
  const keyOf = (subject: string): string => ["linted program", subject].join("\n");
  return (
    results && {
      last: (subject) => results.get(keyOf(subject)) as RunRecord | undefined,
      keep: (subject, run) => {
        results.set(keyOf(subject), run);
      },
      alone: (subject, text, work) => results.alone([keyOf(subject), text].join("\n"), work),
    }
  );
}

/** What any program of this engine has kept of the projects around a directory. */
export function keptRunsIn(root: string, variables: NodeJS.ProcessEnv = process.env): KeptRuns | undefined {
  const results = keptResultsIn(root, variables);
  return results && keptRuns(results);
}

function keptResultsIn(root: string, variables: NodeJS.ProcessEnv): KeptResults | undefined {
  const directory = cacheDirectory(root, variables);
  if (directory === undefined) return undefined;
  const results = opened.get(directory) ?? openResultsOfEngine(directory, { say: log });
  opened.set(directory, results);
  return results;
}

/** The directories that this process has opened: what is wrong with one is said once. */
const opened = new Map<string, KeptResults>();

/**
 * The findings of an earlier run, where they need not be searched for again: nothing has changed since, or nothing that
 * the search would have noticed.
 */
export function followedRun(
  run: RunRecord,
  program: Program,
  digest: ProgramDigest,
  configurations: readonly Configuration[],
): Analysis | undefined {
  try {
    const edits = editsSince(run.program, program, digest, typescriptOf(program));
    return edits && analysisAfter(run.analysis, edits, configurations);
  } catch (error) {
    log(`what an earlier run left cannot be used: ${String(error)}`);
    return undefined;
  }
}
