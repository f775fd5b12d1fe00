/** Runs the tools on every case and keeps what they say beside what is expected. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { FixedBug, FixedSite, JudgedServer, JudgedSite, RealCases, Snapshot } from "./cases.js";
import { checkOut, removeCheckout } from "./checkout.js";
import { pairSites, stillReported, type Judged } from "./judge.js";
import { runLoopguard, type ReportedFinding } from "./loopguard.js";
import { runNoSync, type Alert } from "./no-sync.js";

export interface BugResult {
  readonly bug: FixedBug;
  readonly sites: readonly (Judged<FixedSite, ReportedFinding> & {
    /** What is still reported of this call after the fix. */
    readonly after: readonly ReportedFinding[];
  })[];
}

export interface ServerResult {
  readonly server: JudgedServer;
  readonly sites: readonly (Judged<JudgedSite, ReportedFinding> & {
    readonly isAlertedByNoSync: boolean;
    readonly isAlertedBelowRoot: boolean;
  })[];
  /** Findings on the loop in the judged files that are not among the judged calls. */
  readonly others: readonly ReportedFinding[];
}

export interface Results {
  readonly bugs: readonly BugResult[];
  readonly server?: ServerResult;
}

/**
 * Checks out, analyses and judges every case, one after the other.
 *
 * @param clones folder of git clones
 * @param onProgress told what is being done, as a short sentence
 * @throws when a clone is missing or a tool fails
 */
export async function runCases(cases: RealCases, clones: string, onProgress: (what: string) => void): Promise<Results> {
  const analyses = new Map<string, SnapshotAnalysis>();
  const analyse = (snapshot: Snapshot): SnapshotAnalysis => {
    const key = `${snapshot.repository}@${snapshot.commit}`;
    let analysis = analyses.get(key);
    if (!analysis) {
      onProgress(`${snapshot.repository} at ${snapshot.commit.slice(0, 12)}`);
      const folder = checkOut(clones, snapshot);
      analysis = { folder, findings: runLoopguard(folder) };
      analyses.set(key, analysis);
    }
    return analysis;
  };
  try {
    return {
      bugs: cases.bugs.map((bug) => judgeBug(bug, analyse)),
      ...(cases.server && { server: await judgeServer(cases.server, analyse(cases.server)) }),
    };
  } finally {
    for (const { folder } of analyses.values()) removeCheckout(folder);
  }
}

/** Whether a finding says that the event loop waits; the other contexts only explain why nothing is said. */
export function isOnLoop(finding: ReportedFinding): boolean {
  return finding.context === "loop";
}

interface SnapshotAnalysis {
  readonly folder: string;
  readonly findings: readonly ReportedFinding[];
}

function judgeBug(bug: FixedBug, analyse: (snapshot: Snapshot) => SnapshotAnalysis): BugResult {
  const before = analyse({ ...bug, commit: bug.before });
  const after = analyse({ ...bug, commit: bug.after });
  const lineText = lineReader(after.folder);
  const reportedAfter = after.findings.filter(isOnLoop);
  return {
    bug,
    sites: pairSites(bug.blocking, before.findings).map((judged) => ({
      ...judged,
      after: stillReported(judged.site, reportedAfter, lineText),
    })),
  };
}

async function judgeServer(server: JudgedServer, { folder, findings }: SnapshotAnalysis): Promise<ServerResult> {
  const alerts = alertsAt(await runNoSync(folder, server.lint, false), server.sites);
  const alertsBelowRoot = alertsAt(await runNoSync(folder, server.lint, true), server.sites);
  const sites = pairSites(server.sites, findings).map((judged) => ({
    ...judged,
    isAlertedByNoSync: alerts.has(judged.site),
    isAlertedBelowRoot: alertsBelowRoot.has(judged.site),
  }));
  const judgedFindings = new Set(sites.map(({ found }) => found));
  const root = server.lint.slice(0, server.lint.indexOf("*"));
  return {
    server,
    sites,
    others: findings.filter(
      (finding) => isOnLoop(finding) && finding.file.startsWith(root) && !judgedFindings.has(finding),
    ),
  };
}

function alertsAt(alerts: readonly Alert[], sites: readonly JudgedSite[]): ReadonlySet<JudgedSite> {
  return new Set(pairSites(sites, alerts).flatMap(({ site, found }) => (found ? [site] : [])));
}

function lineReader(folder: string): (file: string, line: number) => string {
  return (file, line) => readFileSync(join(folder, file), "utf8").split(/\r?\n/u)[line - 1] ?? "";
}
