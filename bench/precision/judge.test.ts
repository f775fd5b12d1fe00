import assert from "node:assert/strict";

import type { ReportedFinding } from "../real-cases/loopguard.js";
import { judge, precisionOf, shareOf } from "./judge.js";
import { failuresOf } from "./report.js";
import { judgedRepositories, type JudgedFinding, type JudgedRepository } from "./verdicts.js";

describe("judging findings on public servers", () => {
  const blocks: JudgedFinding = verdict(10, "true");
  const boots: JudgedFinding = verdict(20, "false");

  it("pairs findings with the verdicts on their place", () => {
    const { reports } = judge(server(blocks, boots), [finding(20), finding(10), finding(30)]);
    assert.deepEqual(
      reports.map((report) => report.verdict),
      [boots, blocks, undefined],
    );
    assert.deepEqual(precisionOf(reports), { true: 1, false: 1, unclear: 0, unread: 1 });
  });

  it("counts the calls of one line one by one, under one verdict", () => {
    assert.equal(precisionOf(judge(server(blocks), [finding(10), finding(10)]).reports).true, 2);
  });

  it("leaves out what is not on the loop, and what is only possible", () => {
    const { reports, withoutFinding } = judge(server(blocks, boots), [
      { ...finding(10), confidence: "possible" },
      { ...finding(20), context: "startup" },
    ]);
    assert.deepEqual(reports, []);
    assert.deepEqual(withoutFinding, [boots]);
  });

  it("leaves out the findings of rules that nobody read", () => {
    const ofOneRule = { ...server(blocks), rules: [finding(10).rule] };
    const { reports } = judge(ofOneRule, [finding(10), { ...finding(30), rule: "no-blocking-loop" }]);
    assert.deepEqual(
      reports.map(({ verdict: read }) => read),
      [blocks],
    );
  });

  it("has no share where nothing is decided", () => {
    assert.equal(shareOf({ true: 0, false: 0, unclear: 2, unread: 1 }), undefined);
    assert.equal(shareOf({ true: 3, false: 1, unclear: 2, unread: 1 }), 0.75);
  });

  it("wants verdicts on all findings, findings for all that blocks, and few false ones", () => {
    const failuresFor = (repository: JudgedRepository, ...findings: ReportedFinding[]): readonly string[] =>
      failuresOf([judge(repository, findings)]);
    assert.deepEqual(failuresFor(server(blocks), finding(10)), []);
    assert.deepEqual(failuresFor(server(boots)), []);
    assert.match(failuresFor(server(), finding(10)).join(), /nobody has judged `fs.readFileSync` at server.js:10/u);
    assert.match(failuresFor(server(blocks)).join(), /server.js:10 blocks, and is no longer found/u);
    assert.match(failuresFor(server(blocks, boots), finding(10), finding(20)).join(), /is 50\.0 %/u);
  });

  it("has a reason for every verdict, and one verdict for a place", () => {
    for (const { repository, verdicts } of judgedRepositories()) {
      const places = verdicts.map(({ file, line, callee }) => `${file}:${String(line)} ${callee}`);
      assert.deepEqual(places, [...new Set(places)], repository);
      for (const { verdict: decided, reason, file } of verdicts) {
        assert.ok(["true", "false", "unclear"].includes(decided), `${repository} ${file}: ${decided}`);
        assert.ok(reason.length > 10, `${repository} ${file}`);
      }
    }
  });
});

function server(...verdicts: JudgedFinding[]): JudgedRepository {
  return { repository: "owner/server", commit: "0".repeat(40), folders: ["."], frameworks: ["Express"], verdicts };
}

function verdict(line: number, decided: JudgedFinding["verdict"]): JudgedFinding {
  return { file: "server.js", line, callee: "fs.readFileSync", verdict: decided, reason: "read in the source" };
}

function finding(line: number): ReportedFinding {
  return {
    rule: "no-sync-io",
    confidence: "definite",
    cost: { tier: 1 },
    isInLoop: false,
    context: "loop",
    file: "server.js",
    line,
    column: 1,
    callee: "fs.readFileSync",
    entryPoints: [],
    path: [],
  };
}
