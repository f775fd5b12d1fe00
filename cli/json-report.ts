/** Findings for programs: a contract, described by `schema/findings-v1.json` and only ever added to. */
import type { Finding, Problem } from "@loopguard/engine";
import { relativePath } from "./analyse-paths.js";
import type { Report } from "./report.js";

/** Raised only when a program written for the earlier shape would break. */
const VERSION = 1;

/** The report as JSON text: lines and columns count from 1, paths are relative to `cwd` with forward slashes. */
export function jsonReport(report: Report, cwd: string): string {
  const json = {
    version: VERSION,
    findings: report.findings.map(({ finding }) => jsonFinding(finding, cwd)),
    unusedSuppressions: report.unusedSuppressions.map(({ rule, location }) => ({
      rule,
      file: relativePath(location.file, cwd),
      line: location.line,
      column: location.column,
    })),
    ...(report.baseline && { baseline: report.baseline }),
    stats: report.stats,
    problems: report.problems.map((problem) => jsonProblem(problem, cwd)),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function jsonFinding(finding: Finding, cwd: string): object {
  const { location, cost } = finding;
  return {
    rule: finding.rule,
    kind: finding.kind,
    cost: { tier: cost.tier, ms: cost.ms ?? null },
    confidence: finding.confidence,
    context: finding.context,
    file: relativePath(location.file, cwd),
    line: location.line,
    column: location.column,
    endLine: location.endLine,
    endColumn: location.endColumn,
    callee: finding.callee,
    message: finding.message,
    entryPoints: finding.paths.map(({ entryPoint }) => ({
      label: entryPoint.label,
      kind: entryPoint.kind,
      file: relativePath(entryPoint.location.file, cwd),
      line: entryPoint.location.line,
    })),
    path: (finding.paths[0]?.hops ?? []).map((hop) => ({
      name: hop.name,
      file: relativePath(hop.location.file, cwd),
      line: hop.location.line,
      column: hop.location.column,
    })),
  };
}

function jsonProblem({ message, file, line, column }: Problem, cwd: string): object {
  return {
    message,
    file: file === undefined ? null : relativePath(file, cwd),
    line: line ?? null,
    ...(column !== undefined && { column }),
  };
}
