/** The cases' results as one Markdown document, and whether they are as expected. */
import { formatTable } from "../table.js";
import type { FixedSite, Verdict } from "./cases.js";
import type { ReportedFinding } from "./loopguard.js";
import { isOnLoop, type BugResult, type Results, type ServerResult } from "./results.js";

/** A tool's or a library's name and version, as the document names it. */
export type Versions = Readonly<Record<string, string>>;

/** The whole document. Deterministic: the same results and versions give the same text. */
export function formatReport(results: Results, versions: Versions): string {
  const failures = failuresOf(results);
  return (
    [
      "# Real cases",
      "Blocking calls that were really fixed in public repositories, and one whole server of which every call was judged. " +
        "Nothing of these projects is installed or executed: Loopguard reads their source alone. " +
        "With clones of the repositories in one folder, `npm run cases -- --repos FOLDER` makes this table again; " +
        "`--write` writes it here.",
      `Made with ${Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(", ")}.`,
      failures.length === 0
        ? "Everything is as expected."
        : ["Not as expected:", ...failures.map((failure) => `- ${failure}`)].join("\n"),
      "## Fixed bugs",
      "Each call must be found in the last commit that has the bug, and be gone in the commit that fixed it, " +
        "but for those that need no fix where they stand: the reason is said.",
      ...results.bugs.flatMap(formatBug),
      ...(results.server ? formatServer(results.server) : []),
    ].join("\n\n") + "\n"
  );
}

/** What is not as expected, one sentence each; empty when all is well. */
export function failuresOf({ bugs, server }: Results): readonly string[] {
  const ofBugs = bugs.flatMap(({ bug, sites }) =>
    sites.flatMap(({ site, found, after }) => [
      ...failureAt(site, found).map((failure) => `case ${String(bug.id)}: ${failure}`),
      ...after.map(
        (finding) => `case ${String(bug.id)}: \`${site.call}\` is still reported after the fix, at ${place(finding)}`,
      ),
    ]),
  );
  const ofServer = (server?.sites ?? []).flatMap(({ site, found }) => {
    const isReported = found !== undefined && isOnLoop(found);
    if (site.verdict === "blocking" && !isReported)
      return [`whole server: \`${site.call}\` at ${place(site)} is not found${found ? `: ${found.context}` : ""}`];
    if (site.verdict === "startup" && isReported)
      return [`whole server: \`${site.call}\` at ${place(site)} runs only while booting, but is reported`];
    return [];
  });
  return [...ofBugs, ...ofServer];
}

function failureAt(site: FixedSite, found: ReportedFinding | undefined): readonly string[] {
  const isReported = found !== undefined && isOnLoop(found);
  const call = `\`${site.call}\` at ${place(site)}`;
  if (site.silentBecause !== undefined)
    return isReported ? [`${call} is reported, although ${site.silentBecause}`] : [];
  return isReported ? [] : [`${call} is not found${found ? `: ${found.context}` : ""}`];
}

function formatBug({ bug, sites }: BugResult): readonly string[] {
  const rows = sites.map(({ site, found, after }) => [
    place(site),
    `\`${site.call}\``,
    site.silentBecause === undefined || found ? loopguardSays(found) : "silent",
    found && isOnLoop(found) ? wayTo(found) : (site.silentBecause ?? ""),
    after.length === 0 ? "gone" : `still reported: ${after.map(place).join(", ")}`,
  ]);
  return [
    `### ${String(bug.id)}. ${bug.title}`,
    `${bug.repository} ${bug.change}, \`${bug.before.slice(0, 12)}\` → \`${bug.after.slice(0, 12)}\``,
    formatTable(["where", "call", "found", "first path", "after the fix"], rows),
    ...(bug.note === undefined ? [] : [bug.note]),
  ];
}

function formatServer({ server, sites, others }: ServerResult): readonly string[] {
  const count = (verdict: Verdict, isAlerted: (site: ServerResult["sites"][number]) => boolean): string => {
    const judged = sites.filter(({ site }) => site.verdict === verdict);
    return `${String(judged.filter(isAlerted).length)} of ${String(judged.length)}`;
  };
  const totals = (
    [
      ["Loopguard", ({ found }) => found !== undefined && isOnLoop(found)],
      ["n/no-sync", ({ isAlertedByNoSync }) => isAlertedByNoSync],
      ["n/no-sync with allowAtRootLevel", ({ isAlertedBelowRoot }) => isAlertedBelowRoot],
    ] satisfies [string, (site: ServerResult["sites"][number]) => boolean][]
  ).map(([tool, isAlerted]) => [
    tool,
    count("blocking", isAlerted),
    count("startup", isAlerted),
    count("ambiguous", isAlerted),
  ]);
  const rows = sites.map(({ site, found, isAlertedByNoSync }) => [
    place(site),
    `\`${site.call}\``,
    site.verdict,
    loopguardSays(found),
    isAlertedByNoSync ? "alert" : "silent",
    found && isOnLoop(found) ? wayTo(found) : "",
    site.why,
  ]);
  return [
    "## A whole server",
    `${server.repository} at \`${server.commit.slice(0, 12)}\`, \`${server.lint}\`: every call whose name ends in \`Sync\`, judged by reading the code.`,
    formatTable(["", "blocking calls found", "false alarms at start-up", "ambiguous calls reported"], totals, [
      "l",
      "r",
      "r",
      "r",
    ]),
    formatTable(["where", "call", "judged", "Loopguard", "n/no-sync", "first path", "why it was judged so"], rows),
    ...(others.length === 0
      ? []
      : [
          "Loopguard also reports these calls, whose names do not end in `Sync`:",
          formatTable(
            ["where", "call", "found", "first path"],
            others.map((finding) => [place(finding), `\`${finding.callee}\``, loopguardSays(finding), wayTo(finding)]),
          ),
        ]),
  ];
}

function loopguardSays(finding: ReportedFinding | undefined): string {
  if (!finding) return "not seen";
  return isOnLoop(finding) ? finding.confidence : `silent (${finding.context})`;
}

/** The first path, as one line: `GET /users → loadUsers → fs.readFileSync`. */
function wayTo(finding: ReportedFinding): string {
  return [finding.entryPoints[0]?.label ?? "no known entry point", ...finding.path.map(({ name }) => name)].join(" → ");
}

function place({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${String(line)}`;
}
