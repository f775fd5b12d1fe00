import assert from "node:assert/strict";
import { rules } from "@loopguard/engine";
import { sarifReport } from "./sarif-report.js";
import { CWD, at, finding, reportOf, startupFinding } from "./test/samples.js";
import { parseSarif } from "./test/sarif-schema.js";
import { assertSnapshot } from "./test/snapshot.js";

const ROOT = "/home/me";

function sarif(report: Parameters<typeof sarifReport>[0]): string {
  return sarifReport(report, ROOT, rules, "1.2.3");
}

describe("sarifReport", () => {
  const accepted = [
    { ...reportOf(startupFinding).findings[0], by: "baseline" },
    { ...reportOf(startupFinding).findings[0], by: "comment", reason: "200 bytes" },
  ] as unknown as ReturnType<typeof reportOf>["accepted"];
  const full = {
    ...reportOf(finding),
    accepted,
    unusedSuppressions: [{ rule: "no-sync-io", location: at("src/server.ts", 2, 1) }] as const,
    problems: [
      { message: "A string is not closed.", file: `${CWD}/src/broken.ts`, line: 3 },
      { message: "No tsconfig." },
    ],
    baseline: { known: 1, stale: [] },
  };

  it("is valid by the standard's schema, with everything in it and with nothing", () => {
    parseSarif(sarif(full));
    parseSarif(sarif(reportOf()));
  });

  it("would not be valid if a line counted from 0", () => {
    assert.throws(() => parseSarif(sarif(full).replace('"startLine": 5', '"startLine": 0')), /startLine must be >= 1/u);
  });

  it("shows the path from the entry point to the call", () => {
    const result = parseSarif(sarif(reportOf(finding))).runs[0]?.results?.[0];
    assertSnapshot("result.sarif.json", `${JSON.stringify(result, undefined, 2)}\n`);
  });

  it("names files from the repository's root, as URIs", () => {
    const strange = { ...finding, location: at("src/ä b#c.ts", 5, 10) };
    const [run] = parseSarif(sarif(reportOf(strange))).runs;
    assert.equal(run?.originalUriBaseIds?.["%SRCROOT%"]?.uri, "file:///home/me/");
    assert.deepEqual(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation, {
      uri: "shop/src/%C3%A4%20b%23c.ts",
      uriBaseId: "%SRCROOT%",
    });
  });

  it("gives each rule its help, and each result its rule", () => {
    const [run] = parseSarif(sarif(full)).runs;
    const descriptors = run?.tool.driver.rules ?? [];
    for (const { id, help } of descriptors.filter(({ id }) => id !== "unused-suppression")) {
      assert.match(help?.markdown ?? "", /^## Why it matters/u);
      assert.match(help?.text ?? "", new RegExp(`/docs/rules/${id}\\.md$`, "u"));
    }
    for (const { ruleId, ruleIndex } of run?.results ?? []) assert.equal(descriptors[ruleIndex ?? -1]?.id, ruleId);
  });

  it("keeps what was accepted, and says by whom", () => {
    const results = parseSarif(sarif(full)).runs[0]?.results ?? [];
    assert.deepEqual(
      results.map(({ baselineState, suppressions }) => [baselineState, suppressions]),
      [
        ["new", undefined],
        ["unchanged", [{ kind: "external", status: "accepted" }]],
        ["new", [{ kind: "inSource", status: "accepted", justification: "200 bytes" }]],
        ["new", undefined],
      ],
    );
  });

  it("shows some of very many ways to a call, and says how many there are", () => {
    const [path] = finding.paths;
    assert.ok(path);
    const many = { ...finding, paths: Array.from({ length: 300 }, () => path) };
    const result = parseSarif(sarif(reportOf(many))).runs[0]?.results?.[0];
    assert.deepEqual([result?.codeFlows?.length, result?.properties?.["entryPoints"]], [50, 300]);
  });
});
