/** Holds findings against verdicts. */
import type { ReportedFinding } from "../real-cases/loopguard.js";
import type { JudgedFinding, JudgedRepository } from "./verdicts.js";

export interface JudgedReport {
  readonly finding: ReportedFinding;
  /** Absent where nobody has read it yet. */
  readonly verdict?: JudgedFinding;
}

export interface RepositoryResult {
  readonly repository: JudgedRepository;
  /** Certain and probable findings on the event loop. */
  readonly reports: readonly JudgedReport[];
  /** Verdicts on what is no longer found: good for a `false` one, a loss for a `true` one. */
  readonly withoutFinding: readonly JudgedFinding[];
}

export interface Precision {
  readonly true: number;
  readonly false: number;
  readonly unclear: number;
  readonly unread: number;
}

/**
 * Pairs the findings of a repository with the verdicts on them.
 *
 * @param findings all that was found, in any context and at any confidence
 */
export function judge(repository: JudgedRepository, findings: readonly ReportedFinding[]): RepositoryResult {
  const { rules } = repository;
  const onLoop = findings.filter(({ context, rule }) => context === "loop" && rules?.includes(rule) !== false);
  const verdicts = new Map(repository.verdicts.map((verdict) => [placeOf(verdict), verdict]));
  const reports = onLoop
    .filter(({ confidence }) => confidence !== "possible")
    .map((finding): JudgedReport => {
      const verdict = verdicts.get(placeOf(finding));
      return { finding, ...(verdict && { verdict }) };
    });
  const found = new Set(onLoop.map(placeOf));
  return { repository, reports, withoutFinding: repository.verdicts.filter((verdict) => !found.has(placeOf(verdict))) };
}

/** Whether the `recommended` preset reports it. */
export function isRecommended({ confidence, cost, isInLoop }: ReportedFinding): boolean {
  return confidence === "definite" && (cost.tier >= 1 || isInLoop);
}

export function precisionOf(reports: readonly JudgedReport[]): Precision {
  const count = (wanted: JudgedFinding["verdict"] | undefined): number =>
    reports.filter(({ verdict }) => verdict?.verdict === wanted).length;
  return { true: count("true"), false: count("false"), unclear: count("unclear"), unread: count(undefined) };
}

/** The share of true findings among those that are true or false; undefined when there are none. */
export function shareOf(precision: Precision): number | undefined {
  const decided = precision.true + precision.false;
  return decided === 0 ? undefined : precision.true / decided;
}

function placeOf({ file, line, callee }: Pick<JudgedFinding, "file" | "line" | "callee">): string {
  return `${file}:${String(line)} ${callee}`;
}
