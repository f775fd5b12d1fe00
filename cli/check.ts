/** `loopguard check`: finds the blocking calls that the event loop waits on. */
import { analysePaths, reportProblems, type PathOptions } from "./analyse-paths.js";
import type { Engine } from "./engine.js";
import type { Environment, ExitCode } from "./environment.js";
import { jsonReport } from "./json-report.js";
import { type ReportStyle, prettyFindings, prettySummary } from "./pretty-report.js";
import { type SelectionOptions, leftOut, selectionOf } from "./selection.js";
import { DEFAULT_COLUMNS, coloursFor } from "./terminal.js";

export interface CheckOptions extends SelectionOptions, PathOptions {
  readonly format: "pretty" | "json";
}

/**
 * Analyses the paths and writes the report to standard output.
 *
 * @returns 1 when there are findings, 0 when there are none
 * @throws UsageError when a path does not exist or holds no source files
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  const { host, cwd, stdout, variables } = environment;
  const { analysis, times } = await analysePaths(paths, options, engine, environment);
  const selection = selectionOf(options, analysis.configured, engine.presets);
  const findings = engine.selectFindings(analysis, selection);

  if (options.format === "json") {
    stdout.write(jsonReport(findings, analysis, cwd));
  } else {
    reportProblems(analysis.problems, environment);
    const columns = stdout.isTTY === true ? (stdout.columns ?? DEFAULT_COLUMNS) : undefined;
    const style: ReportStyle = { colours: coloursFor(stdout, variables), columns };
    for (const finding of prettyFindings(findings, host, cwd, style)) stdout.write(finding);
    const summary = {
      files: analysis.stats.files,
      elapsed: times.reading + times.searching,
      leftOut: leftOut(analysis, selection, engine.selectFindings),
      isLoopOnly: selection.contexts.every((context) => context === "loop"),
    };
    stdout.write(prettySummary(findings, summary, style));
  }
  return findings.length === 0 ? 0 : 1;
}
