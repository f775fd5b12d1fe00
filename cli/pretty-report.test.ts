import assert from "node:assert/strict";
import pc from "picocolors";
import { type ReportStyle, prettyFindings, prettySummary } from "./pretty-report.js";
import { CWD, FILES, at, diskOf, finding, pathFrom, reportOf, startupFinding } from "./test/samples.js";
import { assertSnapshot } from "./test/snapshot.js";

const plain: ReportStyle = { colours: pc.createColors(false), columns: undefined };
const terminal: ReportStyle = { colours: pc.createColors(true), columns: 80 };

function report(findings: readonly (typeof finding)[], style: ReportStyle, files = FILES): string {
  return [...prettyFindings(findings, diskOf(files), CWD, style)].join("");
}

const reachedByMany: typeof finding = {
  ...finding,
  confidence: "probable",
  isInLoop: true,
  paths: [
    ...finding.paths,
    pathFrom("POST /register", "src/server.ts", 6),
    pathFrom('socket event "login"', "src/socket.ts", 20),
    pathFrom("GET /admin", "src/admin.ts", 9),
    pathFrom("PUT /password", "src/accounts.ts", 31),
    pathFrom("DELETE /account", "src/accounts.ts", 44),
  ],
};

describe("prettyFindings", () => {
  it("shows rule, position, message, code and path", () => {
    assertSnapshot("finding.txt", report([finding], plain));
  });

  it("breaks messages at the width of the terminal and uses colours there", () => {
    assertSnapshot("finding-on-terminal.txt", report([finding], terminal));
  });

  it("lists three more entry points and counts the others", () => {
    assertSnapshot("finding-reached-by-many.txt", report([reachedByMany], plain));
  });

  it("lists an entry point that is registered twice once", () => {
    const twice = [
      ...finding.paths,
      ...finding.paths,
      pathFrom("GET /a", "src/a.ts", 1),
      pathFrom("GET /a", "src/a.ts", 1),
    ];
    assert.match(
      report([{ ...finding, paths: twice }], plain),
      /Also reached from 1 other entry point:\n {4}GET \/a {2}src\/a\.ts:1:1\n\n$/u,
    );
  });

  it("says in which context a call off the loop was found", () => {
    assertSnapshot("finding-at-start-up.txt", report([startupFinding], plain));
  });

  it("leaves the frame out when the file cannot be read any more", () => {
    const gone = report([finding], plain, {});
    assert.match(gone, /Use bcrypt\.compare\.\n\n {2}POST \/login/u);
  });

  it("shows a file outside the working directory by its way there", () => {
    const outside = { ...finding, location: { ...finding.location, file: "/home/me/shared/crypto.ts" } };
    assert.match(report([outside], plain), /\n\.\.\/shared\/crypto\.ts:5:10\n/u);
  });

  it("lets no control character of a route through", () => {
    const hostile = { ...finding, paths: [pathFrom("GET /\u001B]0;owned\u0007", "src/server.ts", 1)] };
    assert.match(report([hostile], plain), /GET \/␛\]0;owned␇/u);
  });

  it("keeps positions together when one name is longer than the terminal", () => {
    const [path] = finding.paths;
    assert.ok(path);
    const hops = [...path.hops, { name: "aVeryLongName".repeat(8), location: at("src/a.ts", 1, 1) }];
    assertSnapshot(
      "finding-with-long-name.txt",
      report([{ ...finding, paths: [{ ...path, hops }] }], { ...plain, columns: 80 }),
    );
  });
});

describe("prettySummary", () => {
  const summary = { files: 214, elapsed: 1900, leftOut: [], isLoopOnly: true };

  it("counts calls and files", () => {
    const other = { ...finding, location: at("src/other.ts", 1, 1) };
    assert.equal(
      prettySummary(reportOf(finding, finding, other), summary, plain),
      "3 blocking calls on the event loop in 2 files. 214 files in 1.9 s.\n",
    );
    assert.equal(
      prettySummary(reportOf(finding), summary, plain),
      "1 blocking call on the event loop in 1 file. 214 files in 1.9 s.\n",
    );
  });

  it("says what it left out, also when nothing is shown", () => {
    const leftOut = ["9 more below the threshold: --min-cost 0", "3 less certain: --confidence probable"];
    assert.equal(
      prettySummary(reportOf(), { ...summary, leftOut }, plain),
      "No blocking calls on the event loop (9 more below the threshold: --min-cost 0; 3 less certain: --confidence probable). 214 files in 1.9 s.\n",
    );
  });

  it("counts what is new where there is a baseline, and comments that cover nothing", () => {
    const unused = { rule: "no-sync-io", location: at("src/server.ts", 2, 1) } as const;
    const report = { ...reportOf(finding), baseline: { known: 2, stale: [] }, unusedSuppressions: [unused] };
    assert.equal(
      prettySummary(report, { ...summary, leftOut: ["2 in the baseline"] }, plain),
      "1 new blocking call on the event loop in 1 file, 1 unused disable comment (2 in the baseline). 214 files in 1.9 s.\n",
    );
  });

  it("tells calls on the loop from others when both were asked for", () => {
    assert.equal(
      prettySummary(reportOf(finding, startupFinding), { ...summary, isLoopOnly: false }, plain),
      "2 blocking calls in 2 files, 1 of them on the event loop. 214 files in 1.9 s.\n",
    );
  });
});
