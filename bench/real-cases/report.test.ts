import assert from "node:assert/strict";

import type { FixedBug, Site, Verdict } from "./cases.js";
import type { ReportedFinding } from "./loopguard.js";
import { failuresOf, formatReport } from "./report.js";
import type { Results, ServerResult } from "./results.js";

describe("the report of real cases", () => {
  it("is content when everything blocking is found, fixed calls are gone and start-up is silent", () => {
    const results = resultsOf({
      bug: { found: finding("loop"), after: [] },
      server: [judged("blocking", finding("loop")), judged("startup", finding("startup")), judged("ambiguous")],
    });
    assert.deepEqual(failuresOf(results), []);
    assert.match(formatReport(results, { Loopguard: "1.0.0" }), /Everything is as expected\./u);
  });

  it("names a blocking call that was missed, with the context it was taken for", () => {
    const results = resultsOf({ bug: { found: finding("startup"), after: [] }, server: [judged("blocking")] });
    assert.deepEqual(failuresOf(results), [
      "case 5: `fs.readFileSync` at docker.js:160 is not found: startup",
      "whole server: `fs.readFileSync` at docker.js:160 is not found",
    ]);
  });

  it("names a call that is reported although there is a reason to be silent", () => {
    const results = resultsOf({ bug: { found: finding("loop"), after: [] }, server: [] });
    const silent = { ...site, silentBecause: "nobody sends it" };
    const bugs = results.bugs.map((each) => ({
      ...each,
      sites: [{ site: silent, found: finding("loop"), after: [] }],
    }));
    assert.deepEqual(failuresOf({ bugs }), [
      "case 5: `fs.readFileSync` at docker.js:160 is reported, although nobody sends it",
    ]);
    assert.deepEqual(failuresOf({ bugs: bugs.map((each) => ({ ...each, sites: [{ site: silent, after: [] }] })) }), []);
  });

  it("names a fixed call that is still reported, and start-up code that is reported", () => {
    const results = resultsOf({
      bug: { found: finding("loop"), after: [finding("loop", 171)] },
      server: [judged("startup", finding("loop"))],
    });
    assert.deepEqual(failuresOf(results), [
      "case 5: `fs.readFileSync` is still reported after the fix, at docker.js:171",
      "whole server: `fs.readFileSync` at docker.js:160 runs only while booting, but is reported",
    ]);
  });

  it("counts each tool's alerts by verdict", () => {
    const report = formatReport(
      resultsOf({
        bug: { found: finding("loop"), after: [] },
        server: [judged("blocking", finding("loop")), judged("startup", finding("startup")), judged("startup")],
      }),
      {},
    );
    assert.match(report, /\| Loopguard +\| +1 of 1 \| +0 of 2 \| +0 of 0 \|/u);
    assert.match(report, /\| n\/no-sync +\| +1 of 1 \| +2 of 2 \| +0 of 0 \|/u);
  });
});

const site: Site = { file: "docker.js", line: 160, call: "fs.readFileSync" };

const bug: FixedBug = {
  id: 5,
  title: "certificates read behind a static method",
  repository: "louislam/uptime-kuma",
  change: "#5927",
  before: "9976ef94af050f68945e1fc94620216ef3728756",
  after: "10fd6ede1e016befd3fd2656553b362a2c74fb2a",
  folders: ["server"],
  blocking: [site],
};

function resultsOf(of: {
  bug: { found: ReportedFinding; after: readonly ReportedFinding[] };
  server: ServerResult["sites"];
}): Results {
  const server = { repository: bug.repository, commit: bug.before, folders: ["server"], lint: "server/**/*.js" };
  return {
    bugs: [{ bug, sites: [{ site, ...of.bug }] }],
    server: { server: { ...server, sites: of.server.map((entry) => entry.site) }, sites: of.server, others: [] },
  };
}

function judged(verdict: Verdict, found?: ReportedFinding): ServerResult["sites"][number] {
  const entry = { site: { ...site, verdict, why: "" }, isAlertedByNoSync: true, isAlertedBelowRoot: true };
  return found ? { ...entry, found } : entry;
}

function finding(context: string, line = site.line): ReportedFinding {
  return {
    rule: "no-sync-io",
    cost: { tier: 1 },
    isInLoop: false,
    confidence: "definite",
    context,
    file: site.file,
    line,
    column: 18,
    callee: "fs.readFileSync",
    entryPoints: [{ label: 'socket event "add"', file: "server.js", line: 10 }],
    path: [{ name: "getOptions", file: "docker.js", line: 84 }],
  };
}
