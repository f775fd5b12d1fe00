/** Findings as GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { createHash } from "node:crypto";
import { fingerprintOf } from "./anchor.js";
import { relativePath } from "./analyse-paths.js";
import { type Report, unusedSuppressionMessage } from "./report.js";
import { type Severity, severityOf } from "./severity.js";

/** @param root the repository's root, which the files are named from */
export function gitlabReport({ findings, unusedSuppressions }: Report, root: string): string {
  const issues = [
    ...findings.map((anchored) => ({
      description: anchored.finding.message,
      check_name: `loopguard/${anchored.finding.rule}`,
      fingerprint: fingerprintOf(anchored, root),
      severity: SEVERITIES[severityOf(anchored.finding)],
      location: placeOf(anchored.finding.location, root),
    })),
    ...unusedSuppressions.map((unused) => {
      const location = placeOf(unused.location, root);
      const identity = `${unused.rule} ${location.path} ${String(location.lines.begin)}`;
      return {
        description: unusedSuppressionMessage(unused),
        check_name: "loopguard/unused-suppression",
        fingerprint: createHash("sha256").update(identity).digest("hex").slice(0, 32),
        severity: "minor",
        location,
      };
    }),
  ];
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "critical", warning: "major", note: "info" };

function placeOf({ file, line, endLine }: { file: string; line: number; endLine: number }, root: string) {
  return { path: relativePath(file, root), lines: { begin: line, end: endLine } };
}
