/** What a command touches outside the engine: streams, files, the clock. Handed in, so that tests own it. */
import type { ProjectHost } from "@loopguard/engine";
import type { KeptResults } from "@loopguard/node-host";
import type { RegexConfirmer } from "loopguard-language-server/regexes";
import type { Uncommitted } from "./git.js";
import type { Replacement } from "./replace-files.js";

export interface Output {
  readonly isTTY?: boolean;
  /** Width in cells, where the output is a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Environment {
  /** Absolute path with forward slashes. Reported paths are relative to it. */
  readonly cwd: string;
  /** Environment variables: `NO_COLOR`, `FORCE_COLOR`, `TERM`, `LOOPGUARD_CACHE`, `LOOPGUARD_DEBUG`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly host: ProjectHost;
  /** What earlier runs of the same program left; absent where nothing is kept. */
  readonly kept?: KeptResults;
  /**
   * Writes a text, over what is there. Throws what the file system throws, and where a link in the repository leads out
   * of it.
   */
  readonly writeFile: (file: string, text: string) => void;
  /** Replaces the texts of files in the workspace, all or none. Throws an error with a sentence for a person. */
  readonly replaceFiles: (replacements: readonly Replacement[], workspace: readonly string[]) => void;
  /** What is not committed in a git working tree, by its root. Throws an error with a sentence for a person. */
  readonly uncommitted: (root: string) => Uncommitted;
  /** A promise, because what runs regular expressions is loaded only where that was asked for. */
  readonly openRegexConfirmer: () => Promise<Pick<RegexConfirmer, "confirm" | "confirmationOf" | "isAvailable">>;
  /** Resolves when the person ends the program: Ctrl-C. */
  readonly untilInterrupted: () => Promise<void>;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** The most memory the process has held so far, in bytes. */
  readonly peakMemory: () => number;
}

/** 0: nothing to report. 1: findings. 2: wrong usage, or an error of the program itself. */
export type ExitCode = 0 | 1 | 2;

/** The command line asks for something that cannot be done; the message is a sentence for the person who typed it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Whether internal errors are shown with their stacks. */
export function isDebugging({ LOOPGUARD_DEBUG: debug }: Environment["variables"]): boolean {
  return debug !== undefined && debug !== "";
}
