/** The fixtures' own format: what markers mean, and that neither a missing nor a superfluous one goes unnoticed. */
import assert from "node:assert/strict";
import { actualText, analyseFixtures, expectedText } from "./check-fixtures.js";
import { parseFixture } from "./fixture.js";

const SERVER = [
  'import { statSync } from "node:fs";',
  'import { createServer } from "node:http";',
  "",
  "createServer((_request, response) => {",
  '  response.end(String(statSync("index.html").size));',
];
const MARKER = "//                    ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync";

describe("fixture format", () => {
  it("reads a marker's span from its carets, on the line above it", () => {
    const [file] = parseFixture(
      "area/case.ts",
      ["// a comment", "const a = f();", "//        ^^^ startup", "//    ^ once"].join("\n"),
    ).files;
    assert.deepEqual(file?.markers, [
      { line: 2, column: 11, endColumn: 14, says: "startup" },
      { line: 2, column: 7, endColumn: 8, says: "once" },
    ]);
  });

  it("reads <^ as a span from the start of the line", () => {
    const [file] = parseFixture("area/case.ts", ["f(1);", "//<^ startup"].join("\n")).files;
    assert.deepEqual(file?.markers, [{ line: 1, column: 1, endColumn: 5, says: "startup" }]);
  });

  it("splits a text into files, and leaves out what only holds directives", () => {
    const text = [
      "// @only: typed because",
      "// @filename: a.ts",
      "f();",
      "//<^ startup",
      "// @filename: lib/b.ts",
      "export {};",
    ].join("\n");
    const fixture = parseFixture("area/case.ts", text);
    assert.deepEqual(
      fixture.files.map(({ name, text: source }) => [name, source.split("\n")[0]]),
      [
        ["a.ts", "f();"],
        ["lib/b.ts", "export {};"],
      ],
    );
    assert.equal(fixture.only, "typed");
  });

  it("refuses a fixture that says nothing", () => {
    assert.throws(() => parseFixture("area/case.ts", "f();"), /expects nothing/);
  });

  it("refuses a valid fixture that expects findings", () => {
    assert.throws(
      () => parseFixture("area/case.ts", ["// @valid", ...SERVER, MARKER, "});"].join("\n")),
      /expects findings/,
    );
  });

  it("agrees when every finding is marked", () => {
    const { actual, expected } = check([...SERVER, MARKER, "});"]);
    assert.equal(actual, expected);
  });

  it("notices an unmarked finding", () => {
    const { actual, expected } = check(["// @valid", ...SERVER, "});"]);
    assert.ok(actual.includes(MARKER));
    assert.ok(!expected.includes(MARKER));
  });

  it("notices a marker without a finding", () => {
    const { actual, expected } = check(["f();", "//<^ no-sync-io definite: GET / → fs.statSync", "function f() {}"]);
    assert.notEqual(actual, expected);
  });

  for (const [what, wrong] of [
    ["span", MARKER.replace("^ ", "  ")],
    ["rule", MARKER.replace("no-sync-io", "no-sync-cpu")],
    ["confidence", MARKER.replace("definite", "probable")],
    ["path", MARKER.replace("HTTP request", "GET /")],
    ["context", MARKER.replace(/no-sync-io.*/, "startup")],
  ] as const) {
    it(`notices a wrong ${what}`, () => {
      const { actual, expected } = check([...SERVER, wrong, "});"]);
      assert.notEqual(actual, expected);
    });
  }
});

function check(lines: readonly string[]): { actual: string; expected: string } {
  const fixture = parseFixture("area/case.ts", lines.join("\n"));
  return { actual: actualText(fixture, analyseFixtures([fixture], "untyped")), expected: expectedText(fixture) };
}
