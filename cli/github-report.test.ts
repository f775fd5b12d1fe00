import assert from "node:assert/strict";
import { githubReport } from "./github-report.js";
import { gitlabReport } from "./gitlab-report.js";
import { CWD, at, finding, reportOf, startupFinding } from "./test/samples.js";

describe("githubReport", () => {
  it("is one workflow command per finding, files named from the repository's root", () => {
    assert.equal(
      githubReport(reportOf(finding), "/home/me"),
      "::error file=shop/src/passwords.ts,line=5,endLine=5,col=10,endColumn=44,title=loopguard/no-sync-cpu::" +
        "bcrypt.compareSync blocks the event loop for about 65 ms per call. POST /login waits on it: login → verifyPassword → compareSync. Use bcrypt.compare.\n",
    );
  });

  it("escapes what would end a property or a command", () => {
    const strange = { ...finding, message: "100 % of a:b,c\r\n::error::", location: at("src/a,b:c%d.ts", 1, 1) };
    const output = githubReport(reportOf(strange), CWD);
    assert.match(output, /file=src\/a%2Cb%3Ac%25d\.ts,/u);
    assert.match(output, /::100 %25 of a:b,c%0D%0A::error::\n$/u);
    assert.equal(output.split("\n").length, 2);
  });

  it("gives no columns for a call over several lines, which GitHub refuses", () => {
    const long = { ...finding, location: at("src/a.ts", 1, 5, { lines: 3 }) };
    assert.match(githubReport(reportOf(long), CWD), /^::error file=src\/a\.ts,line=1,endLine=3,title=/u);
  });

  it("is loudest first: certain and expensive, then cheap or likely, then guesses and other contexts", () => {
    const cheap = { ...finding, cost: { tier: 1, source: "estimated" } } as const;
    const likely = { ...finding, confidence: "probable" } as const;
    const guess = { ...finding, confidence: "possible" } as const;
    const output = githubReport(reportOf(startupFinding, guess, likely, cheap, finding), CWD);
    assert.deepEqual(output.match(/^::\w+/gmu), ["::error", "::warning", "::warning", "::notice", "::notice"]);
  });

  it("warns of comments that cover nothing", () => {
    const unused = { rule: "no-sync-io", location: at("src/server.ts", 2, 1) } as const;
    assert.match(
      githubReport({ ...reportOf(), unusedSuppressions: [unused] }, CWD),
      /^::warning file=src\/server\.ts,line=2,.*title=Unused disable comment::This comment disables loopguard\/no-sync-io/u,
    );
  });
});

describe("gitlabReport", () => {
  it("has what GitLab asks for: description, check, fingerprint, severity, path and lines", () => {
    const issues = JSON.parse(gitlabReport(reportOf(finding), CWD)) as Record<string, unknown>[];
    const [{ fingerprint, ...issue } = {}] = issues;
    assert.match(fingerprint as string, /^[0-9a-f]{32}$/u);
    assert.deepEqual(issue, {
      description: finding.message,
      check_name: "loopguard/no-sync-cpu",
      severity: "critical",
      location: { path: "src/passwords.ts", lines: { begin: 5, end: 5 } },
    });
  });

  it("gives every issue a fingerprint of its own", () => {
    const unused = { rule: "no-sync-io", location: at("src/server.ts", 2, 1) } as const;
    const report = { ...reportOf(finding, finding, startupFinding), unusedSuppressions: [unused] };
    const issues = JSON.parse(gitlabReport(report, CWD)) as { fingerprint: string }[];
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 4);
  });
});
