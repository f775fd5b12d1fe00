/** The baseline that the command line names: where it is, what it holds, and how it is written. */
import path from "node:path";
import { type Coverage, relativePath } from "./analyse-paths.js";
import type { Anchored } from "./anchor.js";
import { type BaselineEntry, baselineOf, baselineText, parseBaseline } from "./baseline.js";
import { type Environment, UsageError } from "./environment.js";
import { withForwardSlashes } from "@loopguard/node-host";

export interface BaselineOptions {
  /** A file of accepted findings. */
  readonly baseline?: string;
  /** Accept what is found now, instead of reporting it. */
  readonly updateBaseline?: boolean;
  /** Remove what is no longer found. */
  readonly pruneBaseline?: boolean;
}

export interface BaselineFile {
  /** What the entries' files are relative to. */
  readonly directory: string;
  /** The file as people are told of it. */
  readonly shownName: string;
  readonly entries: readonly BaselineEntry[];
  /** Which entries a run can judge: it would have found their calls. */
  scopeIn(covered: Coverage): (entry: BaselineEntry) => boolean;
  /** Writes a baseline that accepts these findings, and keeps what the run does not concern. */
  update(shown: readonly Anchored[], covered: Coverage): void;
  write(entries: readonly BaselineEntry[]): void;
}

/**
 * @returns undefined when no baseline was asked for
 * @throws UsageError when it is missing and not to be written, or is no baseline
 */
export function openBaseline(options: BaselineOptions, environment: Environment): BaselineFile | undefined {
  const { host, cwd } = environment;
  if (options.baseline === undefined) {
    if (options.updateBaseline === true) throw new UsageError("--update-baseline needs --baseline FILE.");
    if (options.pruneBaseline === true) throw new UsageError("--prune-baseline needs --baseline FILE.");
    return undefined;
  }
  const file = withForwardSlashes(path.resolve(cwd, options.baseline));
  const shownName = relativePath(file, cwd);
  const directory = path.posix.dirname(file);
  const text = host.readFile(file);
  if (text === undefined && options.updateBaseline !== true) {
    throw new UsageError(`There is no baseline "${options.baseline}": write it with --update-baseline.`);
  }
  const entries = text === undefined ? [] : parseBaseline(text, shownName);

  const scopeIn =
    ({ scope, files }: Coverage) =>
    (entry: BaselineEntry): boolean => {
      const absolute = path.posix.join(directory, entry.file);
      if (scope) return scope.some((target) => absolute === target || absolute.startsWith(`${target}/`));
      // A tsconfig says what was read: a file that it leaves out is not judged, one that is gone is.
      return files.has(absolute) || !host.fileExists(absolute);
    };
  const write = (written: readonly BaselineEntry[]): void => {
    try {
      environment.writeFile(file, baselineText(written));
    } catch (error) {
      throw new UsageError(
        `The baseline could not be written: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  };
  return {
    directory,
    shownName,
    entries,
    scopeIn,
    update(shown, covered) {
      const isInScope = scopeIn(covered);
      write(
        baselineOf(
          shown,
          entries.filter((entry) => !isInScope(entry)),
        ),
      );
    },
    write,
  };
}
