/** Linting without type information: the project is opened once, and followed as its texts change. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type KeptRuns, withForwardSlashes } from "@loopguard/node-host";
import { ESLint } from "eslint";
import { keptRunsIn } from "./earlier-runs.js";
import plugin from "./index.js";
import { createOwnProjects, ownProjects } from "./own-projects.js";
import { lint, withProject } from "./testing/lint.js";

const SERVER = {
  "package.json": '{"type":"module"}',
  "server.js": `import { createServer } from "node:http";
import { loadPage } from "./page.js";

createServer((request, response) => response.end(loadPage())).listen(8080);
`,
  "page.js": `import { readFileSync } from "node:fs";

export const loadPage = () => readFileSync("page.html", "utf8");
`,
};
const PAGE = SERVER["page.js"];
const ASYNC_PAGE = PAGE.replace("readFileSync(", "String(");

describe("plain JavaScript, as ESLint reads it by itself", () => {
  it("is linted with the whole project in view, and the project is opened once", async () => {
    await withProject(SERVER, async (directory) => {
      const before = ownProjects.analysisCount;
      const reports = await lint(directory, [plugin.configs.recommended]);
      assert.deepEqual(
        reports.map(({ file, line, column, rule }) => [file, line, column, rule]),
        [["page.js", 3, 31, "loopguard/no-sync-io"]],
      );
      assert.match(reports[0]?.message ?? "", /loadPage → fs\.readFileSync/);
      await lint(directory, [plugin.configs.recommended]);
      assert.equal(ownProjects.analysisCount - before, 1);
    });
  });

  it("needs no tsconfig, and no installed packages", async () => {
    const reports = await withProject(
      SERVER,
      (directory) => lint(directory, [plugin.configs.recommended], { paths: ["page.js"] }),
      { isInstalled: false, hasConfig: false },
    );
    assert.equal(reports.length, 1);
  });

  it("follows an editor: the text that is linted counts, not the one on the disk", async () => {
    await withProject(SERVER, async (directory) => {
      const eslint = new ESLint({
        cwd: directory,
        overrideConfigFile: true,
        overrideConfig: [plugin.configs.recommended],
      });
      const reportsFor = async (text: string, file: string) => {
        const [result] = await eslint.lintText(text, { filePath: path.join(directory, file) });
        return result?.messages.length;
      };
      assert.equal(await reportsFor(PAGE, "page.js"), 1);
      assert.equal(await reportsFor(ASYNC_PAGE, "page.js"), 0);
      assert.equal(await reportsFor(PAGE, "page.js"), 1);
      // The handler is gone from another file's unsaved text: nobody waits any more.
      assert.equal(await reportsFor('import "./page.js";\n', "server.js"), 0);
      assert.equal(await reportsFor(PAGE, "page.js"), 0);
    });
  });

  it("says nothing of the parts that processors cut out of other files", async () => {
    const part = "block.js";
    const processor = {
      preprocess: (text: string) => [{ text, filename: part }],
      postprocess: (m: unknown[][]) => m.flat(),
    };
    await withProject({ ...SERVER, "readme.md": PAGE }, async (directory) => {
      const reports = await lint(
        directory,
        [
          { files: ["**/*.md"], plugins: { cut: { processors: { cut: processor } } }, processor: "cut/cut" } as never,
          plugin.configs.recommended,
        ],
        { paths: ["readme.md"] },
      );
      assert.deepEqual(reports, []);
    });
  });
});

describe("a project that is opened without type information", () => {
  it("is analysed once as long as nothing changes", async () => {
    await withProject(SERVER, (directory) => {
      const { projects, ask } = projectsAt(directory);
      for (const file of ["page.js", "server.js", "page.js"] as const) ask(file, SERVER[file]);
      assert.equal(projects.analysisCount, 1);
    });
  });

  it("takes in an unsaved text when it is opened", async () => {
    await withProject(SERVER, (directory) => {
      const { projects, ask } = projectsAt(directory);
      assert.equal(ask("page.js", ASYNC_PAGE), 0);
      assert.equal(projects.analysisCount, 1);
    });
  });

  it("looks at the disk again after a second", async () => {
    await withProject(SERVER, (directory) => {
      const clock = { now: 0 };
      const { projects, ask } = projectsAt(directory, clock);
      assert.equal(ask("page.js", PAGE), 1);

      const server = path.join(directory, "server.js");
      writeFileSync(server, 'import "./page.js";\n');
      utimesSync(server, new Date(), new Date(Date.now() + 5000));
      assert.equal(ask("page.js", PAGE), 1);
      clock.now = 1000;
      assert.equal(ask("page.js", PAGE), 0);
      assert.equal(projects.analysisCount, 2);
    });
  });

  it("takes in a file that is new when it is linted", async () => {
    await withProject(SERVER, (directory) => {
      const { ask } = projectsAt(directory);
      assert.equal(ask("page.js", PAGE), 1);
      const job = 'import { execSync } from "node:child_process";\nsetInterval(() => execSync("df"), 1000);\n';
      const file = path.join(directory, "job.js");
      writeFileSync(file, job);
      utimesSync(file, new Date(), new Date(Date.now() + 5000));
      assert.equal(ask("job.js", job), 1);
    });
  });

  it("is not opened where an earlier run says it all, and says after any change what it would say without", async () => {
    const changes: readonly Readonly<Record<string, string>>[] = [
      { "page.js": ASYNC_PAGE },
      { "page.js": `\n${PAGE}` },
      { "server.js": 'import "./page.js";\n' },
      { "job.js": 'import { loadPage } from "./page.js";\nsetInterval(loadPage, 1000);\n' },
      { "package.json": "{}" },
      { "tsconfig.json": SMALL.replace("**/*", "page.js") },
      { "loopguard.config.json": '{ "ignore": ["page.js"] }' },
    ];
    await withProject(
      { ...SERVER, "tsconfig.json": SMALL },
      (directory) => {
        const kept = runsKeptIn(directory);
        const before = findingsAt(directory, "page.js", kept);
        assert.equal(before.findings.length, 1);
        assert.deepEqual(findingsAt(directory, "page.js", kept), { ...before, analysisCount: 0 });
        for (const change of changes) {
          for (const [file, text] of Object.entries(change)) writeFileSync(path.join(directory, file), text);
          const fresh = findingsAt(directory, "page.js", undefined);
          assert.deepEqual(findingsAt(directory, "page.js", kept), fresh, JSON.stringify(change));
        }
      },
      NOTHING_INSTALLED,
    );
  });

  it("is opened when something is linted that the earlier run did not see", async () => {
    await withProject(
      SERVER,
      (directory) => {
        const kept = runsKeptIn(directory);
        findingsAt(directory, "page.js", kept);
        const { projects, ask } = projectsAt(directory, { now: 0 }, kept);
        assert.equal(ask("page.js", PAGE), 1);
        assert.equal(projects.analysisCount, 0);
        assert.equal(ask("page.js", ASYNC_PAGE), 0);
        assert.equal(ask("page.js", PAGE), 1);
        assert.equal(ask("server.js", 'import "./page.js";\n'), 0);
        assert.equal(ask("page.js", PAGE), 0);
        assert.equal(projects.analysisCount, 3);
      },
      NOTHING_INSTALLED,
    );
  });

  it("says what it costs", async () => {
    await withProject(SERVER, (directory) => {
      const { log, ask } = projectsAt(directory);
      ask("page.js", PAGE);
      assert.deepEqual(log, [
        "analysis 1: 0.00 s for 2 files",
        `opened ${directory}, which is linted without type information: 0.00 s`,
      ]);
    });
  });
});

/** With a clock that stands still unless it is set. */
function projectsAt(directory: string, clock = { now: 0 }, kept?: KeptRuns) {
  const root = withForwardSlashes(directory);
  const log: string[] = [];
  const projects = createOwnProjects(
    (sentence) => log.push(sentence),
    () => clock.now,
    () => kept,
  );
  const summaryOf = (file: string, text: string) => projects.summaryOf({ root }, { file: `${root}/${file}`, text });
  const ask = (file: string, text: string): number =>
    summaryOf(file, text).findings.filter(({ context }) => context === "loop").length;
  return { projects, log, ask, summaryOf };
}

/** Without the library, which takes the longest to read. */
const SMALL = JSON.stringify({ compilerOptions: { allowJs: true, noLib: true }, include: ["**/*"] });

/** The cache has a place of its own then. */
const NOTHING_INSTALLED = { isInstalled: false };

function runsKeptIn(directory: string): KeptRuns | undefined {
  mkdirSync(path.join(directory, "node_modules"));
  return keptRunsIn(directory, { LOOPGUARD_CACHE: path.join(directory, "node_modules", ".cache") });
}

/** As another process would find them. */
function findingsAt(directory: string, file: string, kept: KeptRuns | undefined) {
  const { projects, summaryOf } = projectsAt(directory, { now: 0 }, kept);
  const summary = summaryOf(file, readFileSync(path.join(directory, file), "utf8"));
  return { ...summary, analysisCount: projects.analysisCount };
}
