import assert from "node:assert/strict";
import { jsonReport } from "./json-report.js";
import { assertMatchesSchema } from "./test/schema.js";
import { CWD, finding, reportOf, startupFinding } from "./test/samples.js";
import { assertSnapshot } from "./test/snapshot.js";

describe("jsonReport", () => {
  const report = {
    ...reportOf(finding, startupFinding),
    problems: [
      { message: "The file ends inside a string.", file: `${CWD}/src/broken.ts`, line: 3 },
      { message: "No tsconfig was found." },
    ],
  };

  it("has the promised shape", () => {
    assertSnapshot("report.json", jsonReport(report, CWD));
  });

  it("matches its published schema, also when there is nothing to report", () => {
    assertMatchesSchema(jsonReport(report, CWD));
    assertMatchesSchema(jsonReport(reportOf(), CWD));
  });

  it("would not match if a property were missing or a position counted from 0", () => {
    const json = jsonReport(reportOf(finding), CWD);
    assert.throws(() => {
      assertMatchesSchema(json.replace('"callee"', '"called"'));
    }, /must have required property 'callee'/u);
    assert.throws(() => {
      assertMatchesSchema(json.replace('"column": 10', '"column": 0'));
    }, /must be >= 1/u);
  });
});
