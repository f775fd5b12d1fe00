/** The real cases as data: blocking bugs that were fixed in public, and one server of which every alert was judged. */
import { readFileSync } from "node:fs";

/** One synchronous call as it stands in the source. A line with several calls is listed once for each. */
export interface Site {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** The called expression as it is written: `fs.readFileSync`. */
  readonly call: string;
}

/** Files of one commit: what an analysis of a case needs, and nothing that a partial clone may lack. */
export interface Snapshot {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** Files and folders to check out. */
  readonly folders: readonly string[];
}

export interface FixedSite extends Site {
  /** It was fixed, and yet must not be reported: why. */
  readonly silentBecause?: string;
}

export interface FixedBug {
  readonly id: number;
  readonly title: string;
  readonly repository: string;
  /** The pull request or commit that fixed it. */
  readonly change: string;
  /** The last commit with the bug, and the commit that took it away. */
  readonly before: string;
  readonly after: string;
  readonly folders: readonly string[];
  /** Calls that must be found before the fix, and be gone after it. */
  readonly blocking: readonly FixedSite[];
  readonly note?: string;
}

/** `blocking`: waits on the loop while serving. `startup`: runs only while booting. `ambiguous`: people may differ. */
export type Verdict = "blocking" | "startup" | "ambiguous";

export interface JudgedSite extends Site {
  readonly verdict: Verdict;
  /** What was read in the code to come to the verdict. */
  readonly why: string;
}

export interface JudgedServer extends Snapshot {
  /** The files that were judged, as a glob. */
  readonly lint: string;
  readonly sites: readonly JudgedSite[];
}

export interface RealCases {
  readonly bugs: readonly FixedBug[];
  readonly server?: JudgedServer;
}

/** The cases of the documented table: bugs, and the judged server. */
export function documentedCases(): RealCases & { readonly server: JudgedServer } {
  return { bugs: readBugs("fixed-bugs.json"), server: readData("whole-server.json") as JudgedServer };
}

/**
 * Chosen cases, those included that are not in the documented table yet.
 *
 * @param ids numbers of bugs, or `server`
 * @throws with a sentence for a person when there is no such case
 */
export function chosenCases(ids: readonly string[]): RealCases {
  const { bugs: documented, server } = documentedCases();
  const bugs = [...documented, ...readBugs("more-fixed-bugs.json")];
  const known = [...bugs.map(({ id }) => String(id)), "server"];
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`there is no case ${unknown}, only ${known.join(", ")}`);
  return {
    bugs: bugs.filter(({ id }) => ids.includes(String(id))),
    ...(ids.includes("server") && { server }),
  };
}

function readBugs(file: string): readonly FixedBug[] {
  return (readData(file) as { cases: FixedBug[] }).cases;
}

function readData(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../cases/${file}`, import.meta.url), "utf8"));
}
