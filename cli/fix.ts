/** `loopguard fix`: takes findings away, as far as that is certain to be right. */
import path from "node:path";
import { failuresIn, type Finding, type FixLevel, type Problem, type ProjectHost } from "@loopguard/engine";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { analysePaths, type PathOptions, relativePath, reportProblems, targetsOf } from "./analyse-paths.js";
import type { Engine } from "./engine.js";
import { type Environment, type ExitCode, UsageError } from "./environment.js";
import type { Replacement } from "./replace-files.js";
import { repositoryRoot } from "./repository-root.js";
import { type SelectionOptions, selectionOf } from "./selection.js";
import { printable } from "./terminal.js";
import { count } from "./wording.js";

export interface FixOptions extends SelectionOptions, PathOptions {
  readonly level: FixLevel;
  /** Print what would be changed, and change nothing. */
  readonly dryRun?: boolean;
  /** Also where the working tree has changes that are not committed. */
  readonly allowDirty?: boolean;
}

interface Left {
  readonly finding: Finding;
  readonly reason: string;
}

interface Outcome {
  /** In order of file. */
  readonly replacements: readonly Replacement[];
  readonly fixed: readonly { readonly finding: Finding; readonly title: string }[];
  readonly left: readonly Left[];
  /** What a person should look at. */
  readonly cautions: readonly string[];
  /** Of the last round. */
  readonly problems: readonly Problem[];
}

/**
 * Fixes what `check` would report, and prints what was changed and what was refused.
 *
 * @returns 0 when nothing is left to fix, 1 when something was refused, or left out by a defect of the program
 * @throws UsageError when a path does not exist, or the files may not or cannot be written
 */
export async function fix(
  paths: readonly string[],
  options: FixOptions,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  const { stdout, stderr } = environment;
  const outcome = await outcomeOf(paths, options, engine, environment);
  const { replacements, left } = outcome;
  if (options.dryRun === true) {
    // Standard output is a patch, and nothing else.
    for (const replacement of replacements) stdout.write(patchOf(replacement, environment));
    stderr.write(`${remarks(outcome, environment)}${summary(outcome, "would be fixed")}\n`);
  } else {
    if (options.allowDirty !== true) refuseUncommitted(replacements, environment);
    write(replacements, workspaceOf(paths, environment), environment);
    for (const { file } of replacements) stdout.write(`${printable(relativePath(file, environment.cwd))}\n`);
    stdout.write(`${remarks(outcome, environment)}${summary(outcome, "fixed")}\n`);
  }
  return left.length + failuresIn(outcome.problems).length === 0 ? 0 : 1;
}

/** Round by round over texts in memory, because one fix can make room for the next, until nothing more changes. */
async function outcomeOf(
  paths: readonly string[],
  options: FixOptions,
  engine: Engine,
  environment: Environment,
): Promise<Outcome> {
  const { host } = environment;
  const texts = new Map<string, string>();
  const fixed: Outcome["fixed"][number][] = [];
  const cautions: string[] = [];
  const targets = targetsOf(paths, environment);
  const inMemory = { ...environment, host: withTexts(host, texts) };
  for (let round = 1; ; round++) {
    const { project, analysis } = await analysePaths(
      options.level === "local" ? paths : surroundingsOf(targets, environment),
      options,
      engine,
      inMemory,
      engine.analyse,
    );
    if (round === 1) reportProblems(analysis.problems, environment);
    const selection = selectionOf(options, analysis.configured, engine.presets);
    const findings = engine
      .selectFindings(analysis, selection)
      .filter(({ location }) => isBelow(targets, location.file));
    const combined = engine.fixAll(project, findings, options.level);
    for (const { file, edits, isNew = false } of combined.files) {
      const text = isNew ? "" : inMemory.host.readFile(file);
      if (text !== undefined) texts.set(file, engine.applyEdits(text, edits));
    }
    fixed.push(...combined.fixed);
    cautions.push(...combined.cautions);
    if (combined.files.length > 0 && round < MAX_ROUNDS) continue;
    const left = combined.refused.map(({ finding, refusal: { reason } }) => ({ finding, reason }));
    return { replacements: replacementsOf(texts, host), fixed, left, cautions, problems: analysis.problems };
  }
}

/** Callers can be anywhere in the repository, whatever part of it was asked for. A tsconfig says itself what counts. */
function surroundingsOf(targets: readonly string[], { host }: Environment): readonly string[] {
  return [...new Set(targets.map((target) => (target.endsWith(".json") ? target : rootAround(target, host))))];
}

/** The directories that may be written in: a tsconfig can name files anywhere. */
function workspaceOf(paths: readonly string[], environment: Environment): readonly string[] {
  return [...new Set(targetsOf(paths, environment).map((target) => rootAround(target, environment.host)))];
}

function rootAround(target: string, host: ProjectHost): string {
  const directory = host.directoryExists(target) ? target : path.posix.dirname(target);
  const root = repositoryRoot(directory, host);
  return isRepository(root, host) ? root : packageRoot(directory, host);
}

/** The outermost directory with a manifest, or the directory itself. */
function packageRoot(directory: string, host: ProjectHost): string {
  let found = directory;
  for (let at = directory; ; at = path.posix.dirname(at)) {
    if (host.fileExists(path.posix.join(at, "package.json"))) found = at;
    if (at === path.posix.dirname(at)) return found;
  }
}

function isBelow(targets: readonly string[], file: string): boolean {
  const isIn = (target: string): boolean =>
    file === target || file.startsWith(target.endsWith("/") ? target : `${target}/`);
  return targets.some((target) => target.endsWith(".json") || isIn(target));
}

function replacementsOf(texts: ReadonlyMap<string, string>, host: ProjectHost): Replacement[] {
  return [...texts]
    .map(([file, after]) => {
      const before = host.readFile(file);
      return { file, after, ...(before !== undefined && { before }) };
    })
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** More than any chain of fixes needs; should two fixes ever undo each other, it ends all the same. */
const MAX_ROUNDS = 10;

/** The disk with some texts laid over it. */
function withTexts(disk: ProjectHost, texts: ReadonlyMap<string, string>): ProjectHost {
  return {
    ...disk,
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    fileSize: (file) => texts.get(file)?.length ?? disk.fileSize(file),
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    listDirectory(directory) {
      const { files, directories } = disk.listDirectory(directory);
      const more = [...texts.keys()].filter((file) => path.posix.dirname(file) === directory);
      return { directories, files: [...new Set([...files, ...more.map((file) => path.posix.basename(file))])] };
    },
  };
}

/** @throws UsageError where git could not bring back what is about to be overwritten */
function refuseUncommitted(replacements: readonly Replacement[], { host, uncommitted }: Environment): void {
  const roots = new Set(replacements.map(({ file }) => repositoryRoot(path.posix.dirname(file), host)));
  for (const root of roots) {
    if (!isRepository(root, host)) continue;
    const { changed, untracked } = asked(() => uncommitted(root));
    const isUnknown = (file: string): boolean =>
      untracked.some((entry) => file === entry || (entry.endsWith("/") && file.startsWith(entry)));
    const lost = replacements
      .filter(({ before }) => before !== undefined)
      .map(({ file }) => path.posix.relative(root, file))
      .filter((file) => !file.startsWith("../") && isUnknown(file));
    const [first] = [...changed, ...lost];
    if (first === undefined) continue;
    const others = changed.length + lost.length - 1;
    const more = others === 0 ? "" : ` and ${count(others, "other file")}`;
    throw new UsageError(
      `There are changes that are not committed, in ${printable(first)}${more}. Commit them first, or pass --allow-dirty.`,
    );
  }
}

function asked<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw new UsageError(`${messageOf(error)} --allow-dirty does without it.`);
  }
}

function isRepository(root: string, host: ProjectHost): boolean {
  const git = path.posix.join(root, ".git");
  return host.directoryExists(git) || host.fileExists(git);
}

function write(
  replacements: readonly Replacement[],
  workspace: readonly string[],
  { replaceFiles }: Environment,
): void {
  try {
    replaceFiles(replacements, workspace);
  } catch (error) {
    throw new UsageError(`Nothing was changed: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** As git writes them, so that `git apply` and `patch -p1` read them. */
function patchOf({ file, before, after }: Replacement, { cwd }: Environment): string {
  const name = printable(relativePath(file, cwd));
  const old = before === undefined ? "/dev/null" : `a/${name}`;
  return createTwoFilesPatch(old, `b/${name}`, before ?? "", after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function remarks({ left, cautions }: Outcome, { cwd }: Environment): string {
  const warnings = cautions.map((caution) => `warning: ${printable(caution)}\n`);
  const refusals = left.map(({ finding: { location, callee }, reason }) => {
    const { file, line, column } = location;
    const place = `${printable(relativePath(file, cwd))}:${String(line)}:${String(column)}`;
    return `${place}  ${callee} is left as it is. ${printable(reason)}\n`;
  });
  return [...refusals, ...warnings].join("");
}

function summary({ fixed, left, replacements }: Outcome, verb: string): string {
  const total = fixed.length + left.length;
  if (total === 0) return "There is nothing to fix.";
  const calls = `${String(fixed.length)} of ${count(total, "blocking call")} ${verb}`;
  return `${calls}, in ${count(replacements.length, "file")}.`;
}
