/** Defects of the engine, said in a way that a person can report: where, in which rule, and what is missing now. */
import type { Failure, Problem, RuleName } from "./finding.js";

export interface FailedPlace {
  /** Where one rule was stopped; all may have been where it is absent. */
  readonly rule?: RuleName;
  readonly file?: string;
  readonly line?: number;
}

export type FailedProblem = Problem & { readonly failure: Failure };

/** @param missing what is not said because of it, as a sentence */
export function failureProblem(error: unknown, { rule, file, line }: FailedPlace, missing: string): Problem {
  const [reason = ""] = textOf(error).split("\n");
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    message: `Loopguard failed${rule === undefined ? "" : ` in ${rule}`} (${reason}). ${missing} This is a defect in Loopguard.`,
    failure: { ...(rule !== undefined && { rule }), error: textOf(error) },
  };
}

/** The problems that are the engine's own. */
export function failuresIn(problems: readonly Problem[]): readonly FailedProblem[] {
  return problems.flatMap((problem) => (problem.failure ? [{ ...problem, failure: problem.failure }] : []));
}

/** The error with its stack. */
export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
