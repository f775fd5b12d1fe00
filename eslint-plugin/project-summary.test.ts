/** The project-wide result is computed once per text of a program: shown by counting, not by a clock. */
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { type EarlierRuns, earlierRunsIn } from "./earlier-runs.js";
import plugin from "./index.js";
import type { Program } from "./linter-program.js";
import { analyseProgram, createProjectSummaries, projectSummaries } from "./project-summary.js";
import { lint, typeInformation, withProject } from "./testing/lint.js";

const SERVER = {
  "package.json": '{"type":"module"}',
  "server.ts": `import { createServer } from "node:http";
import { loadPage } from "./page.js";

createServer((request, response) => response.end(loadPage())).listen(8080);
`,
  "page.ts": `import { readFileSync } from "node:fs";

export const loadPage = () => readFileSync("page.html", "utf8");
`,
};

describe("project summaries", () => {
  it("analyse a program once, whatever is asked of it", async () => {
    await withProject(SERVER, (directory) => {
      const summaries = summariesWithLog();
      const program = programOf(directory);
      assert.equal(summaries.findingsIn(program, { root: directory }, fileIn(program, "page.ts")).length, 1);
      assert.equal(summaries.findingsIn(program, { root: directory }, fileIn(program, "server.ts")).length, 0);
      assert.equal(summaries.analysisCount, 1);
    });
  });

  it("take a new program with the same text for the same", async () => {
    await withProject(SERVER, (directory) => {
      const summaries = summariesWithLog();
      const before = programOf(directory);
      const after = programOf(directory);
      assert.notEqual(before, after);
      assert.deepEqual(
        summaries.findingsIn(before, { root: directory }, fileIn(before, "page.ts")),
        summaries.findingsIn(after, { root: directory }, fileIn(after, "page.ts")),
      );
      assert.equal(summaries.analysisCount, 1);
    });
  });

  it("look again when any file of the program says something else", async () => {
    await withProject(SERVER, (directory) => {
      const summaries = summariesWithLog();
      const before = programOf(directory);
      assert.equal(summaries.findingsIn(before, { root: directory }, fileIn(before, "page.ts")).length, 1);

      writeFileSync(path.join(directory, "server.ts"), 'import "./page.js";\n');
      const after = programOf(directory);
      assert.deepEqual(
        summaries
          .findingsIn(after, { root: directory }, fileIn(after, "page.ts"))
          .filter(({ context }) => context === "loop"),
        [],
      );
      assert.equal(summaries.analysisCount, 2);
    });
  });

  it("say what they cost, once per analysis", async () => {
    await withProject(SERVER, (directory) => {
      const log: string[] = [];
      const summaries = summariesWithLog(log);
      const program = programOf(directory);
      for (const file of ["page.ts", "server.ts", "page.ts"])
        summaries.findingsIn(program, { root: directory }, fileIn(program, file));
      assert.equal(log.length, 1);
      assert.match(
        log[0] ?? "",
        /^project summary of .*\/tsconfig\.json: \d+\.\d\d s for 2 files, blocking calls on the event loop: 1$/,
      );
    });
  });

  it("are kept for later processes, and are followed through edits and damage", async () => {
    await withProject(SERVER, (directory) => {
      const cache = path.join(directory, "cache");
      const findingsInAnotherProcess = () => {
        const summaries = summariesWithLog([], (root) => earlierRunsIn(root, { LOOPGUARD_CACHE: cache }));
        const program = programOf(directory);
        const findings = summaries.findingsIn(program, { root: directory }, fileIn(program, "page.ts"));
        const calls = findings.map(({ context, location }) => `${context} in line ${location.line}`);
        return { calls, analysisCount: summaries.analysisCount };
      };
      assert.deepEqual(findingsInAnotherProcess(), { calls: ["loop in line 3"], analysisCount: 1 });
      assert.deepEqual(findingsInAnotherProcess(), { calls: ["loop in line 3"], analysisCount: 0 });

      writeFileSync(path.join(directory, "page.ts"), `// moved\n${SERVER["page.ts"]}`);
      assert.deepEqual(findingsInAnotherProcess(), { calls: ["loop in line 4"], analysisCount: 0 });
      writeFileSync(path.join(directory, "server.ts"), 'import "./page.js";\n');
      assert.deepEqual(findingsInAnotherProcess(), { calls: ["unknown in line 4"], analysisCount: 1 });

      for (const name of readdirSync(cache)) writeFileSync(path.join(cache, name), "damaged");
      assert.deepEqual(findingsInAnotherProcess(), { calls: ["unknown in line 4"], analysisCount: 1 });
    });
  });

  it("are shared by all rules, all files and all ESLint instances of a process", async () => {
    await withProject(SERVER, async (directory) => {
      const lintOnce = () => lint(directory, [typeInformation("programs", directory), plugin.configs.recommended]);
      const before = projectSummaries.analysisCount;
      assert.equal((await lintOnce()).length, 1);
      assert.equal((await lintOnce()).length, 1);
      assert.equal(projectSummaries.analysisCount - before, 1);
    });
  });

  it("follow an editor: one analysis per change of the text, none for the way back", async () => {
    await withProject(SERVER, async (directory) => {
      const eslint = new ESLint({
        cwd: directory,
        overrideConfigFile: true,
        overrideConfig: [typeInformation("projectService", directory), plugin.configs.recommended],
      });
      const page = SERVER["page.ts"];
      const reportsFor = async (text: string) => {
        const [result] = await eslint.lintText(text, { filePath: path.join(directory, "page.ts") });
        return result?.messages.length;
      };
      const before = projectSummaries.analysisCount;
      assert.equal(await reportsFor(page), 1);
      assert.equal(await reportsFor(page.replace("readFileSync(", "String(")), 0);
      assert.equal(await reportsFor(page), 1);
      assert.equal(projectSummaries.analysisCount - before, 2);
    });
  });
});

function summariesWithLog(log: string[] = [], earlierRuns?: (root: string) => EarlierRuns | undefined) {
  return createProjectSummaries(analyseProgram, (sentence) => log.push(sentence), earlierRuns);
}

function programOf(directory: string): Program {
  return parser.createProgram("tsconfig.json", directory);
}

function fileIn(program: Program, name: string): string {
  const file = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${name}`));
  assert.ok(file, `${name} is not in the program`);
  return file.fileName;
}
