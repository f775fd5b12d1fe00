/** The precision as one Markdown document, and what a person still has to read. */
import { formatTable } from "../table.js";
import {
  isRecommended,
  precisionOf,
  shareOf,
  type JudgedReport,
  type Precision,
  type RepositoryResult,
} from "./judge.js";
import type { JudgedFinding } from "./verdicts.js";

/** The least share of true findings that `recommended` is held to. */
const TARGET = 0.95;

/**
 * Deterministic: the same results give the same text.
 *
 * @param leftOut judged repositories that were not looked at this time
 */
export function formatReport(results: readonly RepositoryResult[], leftOut: readonly string[] = []): string {
  const reports = results.flatMap((result) => result.reports);
  const failures = failuresOf(results);
  return (
    [
      "# Precision",
      "Findings on public servers, each read in the source and judged: `true` when the event loop really waits for the " +
        "call while serving, `false` when it does not, `unclear` where people may differ. The verdicts are data, in " +
        "`bench/precision/verdicts/`. Nothing of these projects is installed or executed. With clones of the " +
        "repositories in one folder, `npm run precision -- --repos FOLDER` makes this again; `--write` writes it here.",
      failures.length === 0
        ? "Everything is as expected."
        : ["Not as expected:", ...failures.map((failure) => `- ${failure}`)].join("\n"),
      ...(leftOut.length > 0 ? [`Left out this time: ${leftOut.join(", ")}.`] : []),
      "## By preset and rule",
      "`strict` also reports what is probable, at any cost; most of its findings are hashes of small inputs, which are " +
        "really computed on the event loop, and quickly.",
      byPresetAndRule(reports),
      "## By repository",
      byRepository(results),
      "## False findings",
      falseFindings(results),
    ].join("\n\n") + "\n"
  );
}

/** What is not as expected, one sentence each; empty when all is well. */
export function failuresOf(results: readonly RepositoryResult[]): readonly string[] {
  const share = shareOf(precisionOf(results.flatMap(({ reports }) => reports.filter(inRecommended))));
  return [
    ...(share !== undefined && share < TARGET
      ? [`the precision of \`recommended\` is ${percent(share)}, and should be ${percent(TARGET)}`]
      : []),
    ...results.flatMap(({ repository: { repository }, reports, withoutFinding }) => [
      ...reports
        .filter(({ verdict }) => verdict === undefined)
        .map(({ finding }) => `${repository}: nobody has judged \`${finding.callee}\` at ${place(finding)}`),
      ...withoutFinding
        .filter(({ verdict }) => verdict === "true")
        .map((verdict) => `${repository}: \`${verdict.callee}\` at ${place(verdict)} blocks, and is no longer found`),
    ]),
  ];
}

function byPresetAndRule(reports: readonly JudgedReport[]): string {
  const rules = [...new Set(reports.map(({ finding }) => finding.rule))].sort();
  const rows = [
    { name: "recommended", of: reports.filter(inRecommended) },
    { name: "strict", of: reports },
  ].flatMap(({ name, of }) => [
    [`**${name}**`, "all", ...figures(precisionOf(of))],
    ...rules.map((rule) => ["", rule, ...figures(precisionOf(of.filter(({ finding }) => finding.rule === rule)))]),
  ]);
  return formatTable(["preset", "rule", ...FIGURES], rows, ["l", "l", "r", "r", "r", "r", "r"]);
}

function byRepository(results: readonly RepositoryResult[]): string {
  const rows = results.map(({ repository: { repository, commit, frameworks }, reports }) => {
    const ofRecommended = precisionOf(reports.filter(inRecommended));
    return [
      repository,
      `\`${commit.slice(0, 12)}\``,
      frameworks.join(", "),
      `${String(ofRecommended.true)} of ${String(ofRecommended.true + ofRecommended.false)}`,
      ...figures(precisionOf(reports)),
    ];
  });
  const head = ["repository", "commit", "written with", "true in recommended", ...FIGURES];
  return formatTable(head, rows, ["l", "l", "l", "r", "r", "r", "r", "r", "r"]);
}

function falseFindings(results: readonly RepositoryResult[]): string {
  const rows = results.flatMap(({ repository: { repository }, reports }) =>
    reports.flatMap(({ finding, verdict }) =>
      verdict?.verdict === "false"
        ? [[repository, place(finding), `\`${finding.callee}\``, finding.confidence, verdict.reason]]
        : [],
    ),
  );
  return rows.length === 0 ? "None." : formatTable(["repository", "where", "call", "found", "why it is false"], rows);
}

const FIGURES = ["true", "false", "unclear", "unread", "precision"];

function figures(precision: Precision): readonly string[] {
  const share = shareOf(precision);
  const counts = [precision.true, precision.false, precision.unclear, precision.unread].map(String);
  return [...counts, share === undefined ? "–" : percent(share)];
}

function inRecommended({ finding }: JudgedReport): boolean {
  return isRecommended(finding);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function place({ file, line }: Pick<JudgedFinding, "file" | "line">): string {
  return `${file}:${String(line)}`;
}
