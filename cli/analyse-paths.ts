/** From the paths on the command line to an analysis, with progress and times: what the commands share. */
import path from "node:path";
import { type Analysis, failuresIn, type Problem, type Project } from "@loopguard/engine";
import type { Engine, ProgressOptions } from "./engine.js";
import { type Environment, type ExitCode, isDebugging, UsageError } from "./environment.js";
import { keptRuns, recordedHost, withForwardSlashes } from "@loopguard/node-host";
import { progressLine } from "./progress-line.js";
import { printable } from "./terminal.js";

export interface PathOptions {
  /** The configuration file as typed. */
  readonly config?: string;
}

export interface TimedAnalysis<T = Analysis> {
  readonly project: Project;
  readonly analysis: T;
  /** Time per phase, in ms. */
  readonly times: { readonly reading: number; readonly searching: number };
}

/**
 * Reads and analyses what the paths name.
 *
 * @param paths as typed: directories, tsconfig files or source files; none means the working directory
 * @param analyse what is made of the project
 * @throws UsageError when a path does not exist or holds no source files
 */
export async function analysePaths<T>(
  paths: readonly string[],
  { config }: PathOptions,
  engine: Engine,
  environment: Environment,
  analyse: (project: Project, options: ProgressOptions) => T,
): Promise<TimedAnalysis<T>> {
  const targets = targetsOf(paths, environment);
  const configuration = config === undefined ? undefined : configurationAt(config, environment);
  const progress = progressLine(environment);
  const options = { onProgress: progress.update, ...(configuration !== undefined && { configuration }) };
  try {
    const start = environment.now();
    const project = await engine.openProject(environment.host, targets, options);
    refuseEmpty(project, paths);
    const read = environment.now();
    const analysis = analyse(project, options);
    return { project, analysis, times: { reading: read - start, searching: environment.now() - read } };
  } finally {
    progress.clear();
  }
}

/** What `check` needs of a run: also of an earlier one, as long as everything that it read is still the same. */
export interface CheckedPaths extends Pick<TimedAnalysis, "analysis" | "times"> {
  readonly covered: Coverage;
}

/** What a run looked at. */
export interface Coverage {
  /** Absent where a tsconfig file said what was read. */
  readonly scope?: readonly string[];
  readonly files: { has(file: string): boolean };
}

/**
 * Analyses what the paths name, unless an earlier run did and nothing that it read has changed.
 *
 * @throws UsageError when a path does not exist or holds no source files
 */
export async function checkPaths(
  paths: readonly string[],
  options: PathOptions,
  engine: Engine,
  environment: Environment,
): Promise<CheckedPaths> {
  const { host, kept } = environment;
  if (!kept) return withCoverage(await analysePaths(paths, options, engine, environment, engine.analyse));
  const start = environment.now();
  const runs = keptRuns(kept);
  const { config } = options;
  const targets = targetsOf(paths, environment);
  const subject = { targets, ...(config !== undefined && { configuration: configurationAt(config, environment) }) };
  const earlier = runs.find(subject, host);
  if (earlier) {
    const { analysis, files, scope } = earlier;
    const times = { reading: environment.now() - start, searching: 0 };
    return { analysis, times, covered: { files: new Set(files), ...(scope && { scope }) } };
  }
  const recorded = recordedHost(host);
  const timed = await analysePaths(paths, options, engine, { ...environment, host: recorded }, engine.analyse);
  runs.keep(subject, recorded, timed.project, timed.analysis);
  return withCoverage(timed);
}

function withCoverage({ analysis, times, project }: TimedAnalysis): CheckedPaths {
  return { analysis, times, covered: project };
}

/**
 * What paths as typed stand for: absolute, with forward slashes, each once.
 *
 * @throws UsageError when a path does not exist, or holds no source
 */
export function targetsOf(paths: readonly string[], environment: Environment): readonly string[] {
  return [...new Set((paths.length === 0 ? ["."] : paths).map((typed) => targetOf(typed, environment)))];
}

/** Writes what the run could not do to standard error, a sentence each, the program's own defects first. */
export function reportProblems(problems: readonly Problem[], { cwd, stderr, variables }: Environment): void {
  const ordered = [...failuresIn(problems), ...problems.filter(({ failure }) => !failure)];
  for (const problem of ordered.slice(0, MAX_PROBLEMS)) {
    stderr.write(`loopguard: ${whereIs(problem, cwd)}${printable(problem.message)}\n`);
    if (problem.failure && isDebugging(variables))
      stderr.write(`${problem.failure.error.split("\n").map(printable).join("\n")}\n`);
  }
  const left = problems.length - MAX_PROBLEMS;
  if (left > 0) stderr.write(`loopguard: ${String(left)} more like these; \`check --format json\` lists all.\n`);
}

/** The exit code of a run; that of an internal error where one may have left something out. */
export function exitCodeOf(code: ExitCode, problems: readonly Problem[]): ExitCode {
  return failuresIn(problems).length > 0 ? 2 : code;
}

/** A path as reports show it: relative to the working directory where that is possible, with forward slashes. */
export function relativePath(file: string, cwd: string): string {
  return withForwardSlashes(path.relative(cwd, file)) || ".";
}

/** More would push the findings out of sight. */
const MAX_PROBLEMS = 20;
const SOURCE_FILE = /\.[cm]?[jt]sx?$/u;

function targetOf(typed: string, { cwd, host }: Environment): string {
  const target = withForwardSlashes(path.resolve(cwd, typed));
  if (host.directoryExists(target)) return target;
  if (!host.fileExists(target)) throw new UsageError(`There is no file or directory "${typed}".`);
  if (SOURCE_FILE.test(target) || target.endsWith(".json")) return target;
  throw new UsageError(`"${typed}" is neither a directory, a tsconfig file nor a JavaScript or TypeScript file.`);
}

function configurationAt(typed: string, { cwd, host }: Environment): string {
  const file = withForwardSlashes(path.resolve(cwd, typed));
  if (!host.fileExists(file)) throw new UsageError(`There is no configuration file "${typed}".`);
  return file;
}

function refuseEmpty(project: Project, paths: readonly string[]): void {
  if (project.files.size > 0) return;
  const places = paths.length === 0 ? "the working directory" : paths.map((typed) => `"${typed}"`).join(", ");
  const reasons = project.problems.map(({ message }) => ` ${message}`);
  throw new UsageError(`There are no JavaScript or TypeScript source files in ${places}.${reasons.join("")}`);
}

function whereIs({ file, line, column, message }: Problem, cwd: string): string {
  if (file === undefined) return "";
  const shown = relativePath(file, cwd);
  const position = [line, column].flatMap((number) => (number === undefined ? [] : [`:${String(number)}`])).join("");
  if (position !== "") return `${printable(shown)}${position}: `;
  return message.includes(shown) ? "" : `${printable(shown)}: `;
}
