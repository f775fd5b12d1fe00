/** Findings as GitHub Actions' workflow commands: annotations on the lines of a pull request. */
import type { Finding, Location } from "@loopguard/engine";
import { relativePath } from "./analyse-paths.js";
import { type Report, unusedSuppressionMessage } from "./report.js";
import { type Severity, severityOf } from "./severity.js";

/**
 * One command per line, the loudest first: GitHub shows ten errors and ten warnings of a step.
 *
 * @param root the repository's root, which the files are named from
 */
export function githubReport({ findings, unusedSuppressions }: Report, root: string): string {
  const annotations = [
    ...findings.map(({ finding }) => annotationOf(finding, root)),
    ...unusedSuppressions.map((unused) => ({
      severity: "warning" as const,
      text: command("warning", unused.location, root, "Unused disable comment", unusedSuppressionMessage(unused)),
    })),
  ];
  return annotations
    .sort((a, b) => LOUDEST_FIRST.indexOf(a.severity) - LOUDEST_FIRST.indexOf(b.severity))
    .map(({ text }) => `${text}\n`)
    .join("");
}

const LOUDEST_FIRST: readonly Severity[] = ["error", "warning", "note"];
const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

function annotationOf(finding: Finding, root: string): { severity: Severity; text: string } {
  const severity = severityOf(finding);
  const { rule, location, message } = finding;
  return { severity, text: command(COMMANDS[severity], location, root, `loopguard/${rule}`, message) };
}

function command(name: string, location: Location, root: string, title: string, message: string): string {
  const { file, line, endLine, column, endColumn } = location;
  const properties: readonly (readonly [string, string | number])[] = [
    ["file", relativePath(file, root)],
    ["line", line],
    ["endLine", endLine],
    // GitHub refuses columns of an annotation that goes over several lines.
    ...(line === endLine
      ? ([
          ["col", column],
          ["endColumn", endColumn],
        ] as const)
      : []),
    ["title", title],
  ];
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(",");
  return `::${name} ${list}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
