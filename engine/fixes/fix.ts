/** What a fix is: text edits that take a finding away, or the reason why there are none. */
import type { FileRewrite, TextEdit } from "../rewriter.js";

export const FIX_LEVELS = ["local", "transitive", "public", "offload", "yield"] as const;

/**
 * `local`: no signature changes. `transitive`: functions become asynchronous, and their callers wait. `public`: those as well
 * that the package offers to others, who would have to wait. `offload`: the work moves to a pool of worker threads.
 * `yield`: long loops let others run now and then.
 */
export type FixLevel = (typeof FIX_LEVELS)[number];

/** What to change, and what a person calls it. */
export interface Fix {
  /** In the imperative: `Await fs.promises.readFile`. */
  readonly title: string;
  readonly files: readonly FileEdits[];
  /** What a person should look at, as sentences. */
  readonly cautions: readonly string[];
}

export interface FileEdits {
  readonly file: string;
  /** In order, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** The file is not there yet. */
  readonly isNew?: boolean;
}

/** Why a fix is not offered, as a sentence for a person. */
export interface Refusal {
  readonly reason: string;
}

/** What a fix asks of the front end, before it is known whether that can be done. */
export interface Plan {
  readonly title: string;
  readonly files: readonly FileRewrite[];
  /** What a person should know, as sentences. */
  readonly notes?: readonly string[];
}

export function isRefusal(fix: Pick<Fix, "title"> | Refusal): fix is Refusal {
  return "reason" in fix;
}

/** @param edits in order, without overlaps */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + text.slice(end);
}
