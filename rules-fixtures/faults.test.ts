/** A fault in one place is told in a sentence, and everything else is analysed all the same. */
import assert from "node:assert/strict";
import { analyse, type Analysis } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { LIBRARY } from "./check-fixtures.js";
import { memoryHost } from "./memory-host.js";

const SERVER = `
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end(readFileSync("index.html"));
});
`;

describe("faults", () => {
  it("a generated file of 5 MB is left alone", () => {
    const analysis = analyseFiles({ "server.ts": SERVER, "bundle.js": `var data = [${"0, ".repeat(1_700_000)}];\n` });
    assertServerIsFound(analysis);
    assertProblem(analysis, "bundle.js", /5\.\d MB/);
  });

  it("a file that breaks off is read as far as it goes", () => {
    const analysis = analyseFiles({ "server.ts": SERVER, "broken.ts": "export function unfinished( {\n  const = ;\n" });
    assertServerIsFound(analysis);
    assertProblem(analysis, "broken.ts", /syntax is broken/);
  });

  it("a file that is no text at all is no obstacle", () => {
    const analysis = analyseFiles({
      "server.ts": SERVER,
      "image.js": "\u0000\u0001\uFFFD\u0089PNG\r\n\u001a".repeat(50),
    });
    assertServerIsFound(analysis);
    assertProblem(analysis, "image.js", /syntax is broken/);
  });

  it("a file that is nested too deeply for any stack is named, and one with a long sum is read", () => {
    const analysis = analyseFiles({
      "server.ts": `${SERVER}\nexport const text = ${'"a" + '.repeat(1000)}slug;\n`,
      "brackets.ts": `export const a = ${"[".repeat(20_000)};\n`,
      "promises.ts": `export const a = b${".then((c) => c)".repeat(2000)};\n`,
    });
    assertServerIsFound(analysis);
    assertProblem(analysis, "brackets.ts", /nested too deeply/);
    assertProblem(analysis, "promises.ts", /nested too deeply/);
  });

  it("a broken tsconfig is named, and its files are analysed with the usual options", () => {
    const analysis = analyseFiles({ "server.ts": SERVER, "tsconfig.json": '{ "compilerOptions": { "strict": tru' });
    assertServerIsFound(analysis);
    assertProblem(analysis, "tsconfig.json", /configuration is broken/);
  });

  it("manifests and configurations that are made to do harm are named, and count as far as they can be read", () => {
    const analysis = analyseFiles({
      "server.ts": SERVER,
      "package.json": "[".repeat(100_000),
      "tsconfig.json": JSON.stringify({ include: ["*.ts", `${"*a".repeat(50)}.ts`, `${"**/".repeat(50)}x.ts`] }),
      "packages/one/tsconfig.json": '{"a":'.repeat(100_000),
      "loopguard.config.json": '{"ignore":'.repeat(100_000),
      "packages/one/loopguard.config.json": JSON.stringify({ ignore: ["x".repeat(1_000_000)] }),
    });
    assertServerIsFound(analysis);
    assertProblem(analysis, "package.json", /nested too deeply/);
    assertProblem(analysis, "tsconfig.json", /"\*a.*" has too many wildcards/);
    assertProblem(analysis, "packages/one/tsconfig.json", /nested too deeply/);
    assertProblem(analysis, "loopguard.config.json", /nested too deeply/);
    assertProblem(analysis, "packages/one/loopguard.config.json", /longer than 1 MB/);
    assert.equal(analysis.problems.length, 6);
  });

  it("a tsconfig that extends a missing one is named", () => {
    const analysis = analyseFiles({ "server.ts": SERVER, "tsconfig.json": '{ "extends": "./missing.json" }' });
    assertServerIsFound(analysis);
    assertProblem(analysis, "tsconfig.json", /missing\.json/);
  });

  it("a missing project reference is named", () => {
    const analysis = analyseFiles({
      "server.ts": SERVER,
      "tsconfig.json": '{ "references": [{ "path": "./missing" }] }',
    });
    assertServerIsFound(analysis);
    assertProblem(analysis, "missing", /is not there/);
  });

  it("tests that are asked for by themselves are not passed over in silence", () => {
    const analysis = analyseFiles({ "server.ts": SERVER, "server.test.ts": SERVER }, ["/project/server.test.ts"]);
    assert.deepEqual(analysis.findings, []);
    assertProblem(analysis, "server.test.ts", /Tests are not analysed/);
    assert.equal(analysis.stats.tests, 1);
  });

  it("a project without any source has no findings", () => {
    const analysis = analyseFiles({ "README.md": "# Nothing to see" });
    assert.deepEqual(analysis.findings, []);
    assert.equal(analysis.stats.files, 0);
  });

  it("a healthy project has no problems", () => {
    const analysis = analyseFiles({ "server.ts": SERVER });
    assertServerIsFound(analysis);
    assert.deepEqual(analysis.problems, []);
  });
});

function analyseFiles(files: Readonly<Record<string, string>>, paths: readonly string[] = ["/project"]): Analysis {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  return analyse(openProject(memoryHost(texts, [LIBRARY]), paths));
}

function assertServerIsFound({ findings }: Analysis): void {
  assert.deepEqual(
    findings.map(({ callee, context, location }) => [location.file, context, callee]),
    [["/project/server.ts", "loop", "fs.readFileSync"]],
  );
}

function assertProblem({ problems }: Analysis, file: string, sentence: RegExp): void {
  const found = problems.find((problem) => problem.file?.includes(`/project/${file}`));
  assert.ok(found, `a problem of ${file} in ${JSON.stringify(problems)}`);
  assert.match(found.message, sentence);
}
