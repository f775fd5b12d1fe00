/** Where a report goes and in which format. */
import path from "node:path";
import type { RuleDeclaration } from "@loopguard/engine";
import { relativePath } from "./analyse-paths.js";
import type { REPORT_FORMATS } from "./formats.js";
import { type Environment, type Output, UsageError } from "./environment.js";
import { githubReport } from "./github-report.js";
import { gitlabReport } from "./gitlab-report.js";
import { jsonReport } from "./json-report.js";
import {
  type ReportStyle,
  type Summary,
  prettyFindings,
  prettySummary,
  prettyUnusedSuppressions,
} from "./pretty-report.js";
import type { Report } from "./report.js";
import { repositoryRoot } from "./repository-root.js";
import { sarifReport } from "./sarif-report.js";
import { DEFAULT_COLUMNS, coloursFor } from "./terminal.js";

export interface OutputOptions {
  readonly format: (typeof REPORT_FORMATS)[number];
  /** A file for the report; standard output then holds the summary alone. */
  readonly output?: string;
}

/** What reports say about the program that wrote them. */
export interface Program {
  readonly version: string;
  readonly rules: readonly RuleDeclaration[];
}

/** @throws UsageError when the file cannot be written */
export function writeReport(
  report: Report,
  summary: Summary,
  { format, output }: OutputOptions,
  program: Program,
  environment: Environment,
): void {
  const { stdout, cwd, host, variables } = environment;
  const root = repositoryRoot(cwd, host);
  const colours = coloursFor(stdout, variables);
  const columns = stdout.isTTY === true ? (stdout.columns ?? DEFAULT_COLUMNS) : undefined;
  const verdict = prettySummary(report, summary, { colours, columns });

  if (output !== undefined) {
    const file = path.resolve(cwd, output);
    const plain = { colours: coloursFor(NOT_A_TERMINAL, {}), columns: undefined };
    const prettyText = () => [...pretty(report, environment, plain), prettySummary(report, summary, plain)].join("");
    writeTo(file, format === "pretty" ? prettyText() : reportText(), environment);
    stdout.write(`${verdict}The report is in ${relativePath(file, cwd)}.\n`);
    return;
  }
  if (format === "pretty") {
    for (const part of pretty(report, environment, { colours, columns })) stdout.write(part);
    stdout.write(verdict);
  } else {
    stdout.write(reportText());
    // Annotations stand on their own lines of a log that people read as well.
    if (format === "github") stdout.write(verdict);
  }

  function reportText(): string {
    if (format === "sarif") return sarifReport(report, root, program.rules, program.version);
    if (format === "github") return githubReport(report, root);
    if (format === "gitlab") return gitlabReport(report, root);
    return jsonReport(report, cwd);
  }
}

function writeTo(file: string, text: string, environment: Environment): void {
  try {
    environment.writeFile(file, text);
  } catch (error) {
    throw new UsageError(`The report could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

const NOT_A_TERMINAL: Output = { write: () => undefined };

function* pretty(report: Report, { host, cwd }: Environment, style: ReportStyle): Generator<string> {
  const findings = report.findings.map(({ finding }) => finding);
  yield* prettyFindings(findings, host, cwd, style);
  yield* prettyUnusedSuppressions(report.unusedSuppressions, cwd, style);
}
