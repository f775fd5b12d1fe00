/** `loopguard check`: finds the blocking calls that the event loop waits for, and says which of them are new. */
import { failuresIn } from "@loopguard/engine";
import { type PathOptions, type CheckedPaths, checkPaths, exitCodeOf, reportProblems } from "./analyse-paths.js";
import { type Anchored, anchorsOf } from "./anchor.js";
import { type BaselineOptions, openBaseline } from "./baseline-file.js";
import { compareWithBaseline } from "./baseline.js";
import { confirmRegexes } from "./confirm-regexes.js";
import type { Engine } from "./engine.js";
import type { Environment, ExitCode } from "./environment.js";
import { type OutputOptions, writeReport } from "./output.js";
import type { Accepted, Report } from "./report.js";
import { type SelectionOptions, leftOut, selectionOf } from "./selection.js";
import { count, grouped } from "./wording.js";

export interface CheckOptions extends SelectionOptions, PathOptions, OutputOptions, BaselineOptions {
  readonly reportUnusedSuppressions?: boolean;
  /** Whether to run slow regular expressions, and say how long they took. */
  readonly confirmRegexes?: boolean;
  /** Whether an earlier run's results may be used and this one's be kept; they are by default. */
  readonly cache?: boolean;
}

/**
 * Analyses the paths and writes the report.
 *
 * @param version of this program, as reports name it
 * @returns 1 when there is something to fix, 0 when there is nothing or it was accepted just now, 2 when a defect of
 *   the program may have left something out
 * @throws UsageError when a path does not exist or holds no source files, or a file cannot be read or written
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  version: string,
  engine: Engine,
  environment: Environment,
): Promise<ExitCode> {
  const { host, cwd, stdout, stderr } = environment;
  // Opened before the work is done: a wrong name is said at once.
  const baseline = openBaseline(options, environment);
  const checked = await checkPaths(paths, options, engine, environmentFor(options, environment));
  const { covered } = checked;
  const selection = selectionOf(options, checked.analysis.configured, engine.presets);
  const analysis =
    options.confirmRegexes === true
      ? await confirmRegexes(checked.analysis, selection, engine, environment)
      : checked.analysis;

  const anchored = anchorsOf(analysis, host, baseline?.directory ?? cwd);
  const selected = anchored.filter(({ finding }) => engine.isSelected(finding, selection));
  const [suppressed, shown] = partition(selected, ({ finding }) => finding.suppressed !== undefined);

  const isComplete = failuresIn(analysis.problems).length === 0;
  if (baseline && !isComplete && (options.updateBaseline === true || options.pruneBaseline === true)) {
    reportProblems(analysis.problems, environment);
    stderr.write(`loopguard: ${baseline.shownName} is left as it is: something may be missing.\n`);
    return 2;
  }
  if (baseline && options.updateBaseline === true) {
    baseline.update(shown, covered);
    stdout.write(`${count(shown.length, "finding")} accepted in ${baseline.shownName}.\n`);
    return 0;
  }
  const all = anchored.filter(({ finding }) => finding.suppressed === undefined);
  const comparison = baseline && compareWithBaseline(baseline.entries, shown, all, baseline.scopeIn(covered));
  if (baseline && comparison && comparison.stale.length > 0) {
    const stale = count(comparison.stale.length, "baseline entry", "baseline entries");
    if (options.pruneBaseline === true) {
      baseline.write(comparison.pruned);
      stderr.write(`loopguard: ${stale} removed from ${baseline.shownName}.\n`);
    } else {
      const verb = comparison.stale.length === 1 ? "matches" : "match";
      stderr.write(`loopguard: ${stale} no longer ${verb}; run with --prune-baseline to remove what is fixed.\n`);
    }
  }

  const report: Report = {
    findings: comparison?.fresh ?? shown,
    accepted: [...(comparison?.known ?? []).map(byBaseline), ...suppressed.map(byComment)],
    unusedSuppressions: options.reportUnusedSuppressions === true ? analysis.unusedSuppressions : [],
    stats: analysis.stats,
    problems: analysis.problems,
    ...(comparison && { baseline: { known: comparison.known.length, stale: comparison.stale } }),
  };
  if (options.format !== "json" || options.output !== undefined) reportProblems(analysis.problems, environment);
  const summary = summaryOf(report, { ...checked, analysis }, selection, engine);
  writeReport(report, summary, options, { version, rules: engine.rules }, environment);
  return exitCodeOf(report.findings.length + report.unusedSuppressions.length === 0 ? 0 : 1, analysis.problems);
}

function environmentFor({ cache = true }: CheckOptions, { kept, ...others }: Environment): Environment {
  return { ...others, ...(cache && kept && { kept }) };
}

function summaryOf(
  report: Report,
  { analysis, times }: CheckedPaths,
  selection: ReturnType<typeof selectionOf>,
  engine: Engine,
) {
  const known = report.baseline?.known ?? 0;
  return {
    files: analysis.stats.files,
    elapsed: times.reading + times.searching,
    leftOut: [
      ...(known > 0 ? [`${grouped(known)} in the baseline`] : []),
      ...leftOut(analysis, selection, engine.selectFindings),
    ],
    isLoopOnly: selection.contexts.every((context) => context === "loop"),
  };
}

function byBaseline(anchored: Anchored): Accepted {
  return { ...anchored, by: "baseline" };
}

function byComment(anchored: Anchored): Accepted {
  const reason = anchored.finding.suppressed?.reason;
  return { ...anchored, by: "comment", ...(reason !== undefined && { reason }) };
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
