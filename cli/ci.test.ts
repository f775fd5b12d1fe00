/** The program as continuous integration runs it: a baseline from adoption to the last fix, reports in files, stale comments. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  analyse,
  applyEdits,
  compareDocuments,
  fixAll,
  inVersion,
  packageInfo,
  isSelected,
  dispatchedRoutes,
  findRoutes,
  openApiDocument,
  presets,
  rules,
  selectFindings,
} from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import type { Engine } from "./engine.js";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";
import { run } from "./run.js";
import { environmentWith } from "./test/samples.js";
import { parseSarif } from "./test/sarif-schema.js";

const engine: Engine = {
  analyse,
  applyEdits,
  fixAll,
  isSelected,
  dispatchedRoutes,
  findRoutes,
  openApiDocument,
  inVersion,
  packageInfo,
  compareDocuments,
  openDocumentValidator: () => ({ validate: () => Promise.resolve([]), close: () => Promise.resolve() }),
  selectFindings,
  presets,
  rules,
  openProject: (...input) => Promise.resolve(openProject(...input)),
};

const SERVER = `import { execSync, spawnSync } from "node:child_process";

setInterval(() => {
  execSync("df");
}, 1000);

setInterval(() => {
  spawnSync("uptime");
}, 1000);
`;

describe("loopguard check in continuous integration", () => {
  let project: string;

  beforeEach(() => {
    project = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-ci-")));
    write("server.mjs", SERVER);
  });

  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  describe("with a baseline", () => {
    beforeEach(async () => {
      const { status, stdout } = await check("--baseline", "baseline.json", "--update-baseline");
      assert.deepEqual([status, stdout], [0, "2 findings accepted in baseline.json.\n"]);
    });

    it("passes as long as nothing is added, whatever moves", async () => {
      const { status, stdout } = await check("--baseline", "baseline.json");
      assert.equal(status, 0);
      assert.match(stdout, /^No new blocking calls on the event loop \(2 in the baseline\)/u);

      write("server.mjs", `// Moved down.\n\n${SERVER.replace('execSync("df")', "execSync(\n    'df',\n  )")}`);
      assert.equal((await check("--baseline", "baseline.json")).status, 0);
    });

    it("fails on a new call, and shows that one alone", async () => {
      write("server.mjs", SERVER.replace('execSync("df");', 'execSync("df");\n  execSync("free");'));
      const { status, stdout } = await check("--baseline", "baseline.json");
      assert.equal(status, 1);
      assert.match(stdout, /^1 new blocking call on the event loop in 1 file \(2 in the baseline\)/mu);
      assert.match(stdout, /server\.mjs:5:3/u);
    });

    it("says what is fixed, and removes it on request", async () => {
      write("server.mjs", SERVER.replace('spawnSync("uptime");', ""));
      const fixed = await check("--baseline", "baseline.json");
      assert.deepEqual(
        [fixed.status, fixed.stderr],
        [0, "loopguard: 1 baseline entry no longer matches; run with --prune-baseline to remove what is fixed.\n"],
      );
      assert.match(
        (await check("--baseline", "baseline.json", "--prune-baseline")).stderr,
        /1 baseline entry removed/u,
      );
      assert.equal((await check("--baseline", "baseline.json")).stderr, "");
      assert.equal((await check("--baseline", "baseline.json")).status, 0);
    });

    it("does not accept with the pruning what is new", async () => {
      write("server.mjs", SERVER.replace('spawnSync("uptime");', 'spawnSync("who");'));
      assert.equal((await check("--baseline", "baseline.json", "--prune-baseline")).status, 1);
      assert.equal((await check("--baseline", "baseline.json")).status, 1);
    });

    it("judges the files it was asked about alone, and keeps the entries of others", async () => {
      write("jobs/job.mjs", SERVER.replace("uptime", "who"));
      const { stderr, status } = await check("jobs", "--baseline", "baseline.json");
      assert.deepEqual([status, stderr], [1, ""]);
      assert.equal((await check("jobs", "--baseline", "baseline.json", "--update-baseline")).status, 0);
      assert.equal((await check("--baseline", "baseline.json")).status, 0);
    });

    it("is the same file whoever writes it, from wherever", async () => {
      const before = readFileSync(path.join(project, "baseline.json"), "utf8");
      mkdirSync(path.join(project, "elsewhere"));
      const cwd = path.join(project, "elsewhere");
      assert.equal(
        (await loopguard(["check", "..", "--baseline", "../baseline.json", "--update-baseline"], cwd)).status,
        0,
      );
      assert.equal(readFileSync(path.join(project, "baseline.json"), "utf8"), before);
    });

    it("is told from the call's fate: accepted calls are in SARIF, as unchanged", async () => {
      const [run] = parseSarif((await check("--baseline", "baseline.json", "--format", "sarif")).stdout).runs;
      assert.deepEqual(
        run?.results?.map(({ baselineState }) => baselineState),
        ["unchanged", "unchanged"],
      );
    });
  });

  it("wants the baseline to be there, unless it is to be written", async () => {
    const { status, stderr } = await check("--baseline", "gone.json");
    assert.deepEqual(
      [status, stderr],
      [2, 'error: There is no baseline "gone.json": write it with --update-baseline.\n'],
    );
    assert.equal((await check("--update-baseline")).stderr, "error: --update-baseline needs --baseline FILE.\n");
  });

  it("writes the report to a file, and the summary for the log", async () => {
    const { status, stdout } = await check("--format", "sarif", "--output", "loopguard.sarif");
    assert.equal(status, 1);
    assert.match(stdout, /^2 blocking calls on the event loop in 1 file\. .*\nThe report is in loopguard\.sarif\.\n$/u);
    const log = parseSarif(readFileSync(path.join(project, "loopguard.sarif"), "utf8"));
    assert.equal(log.runs[0]?.results?.length, 2);
  });

  it("writes a report for people without colours", async () => {
    await check("--output", "report.txt");
    const report = readFileSync(path.join(project, "report.txt"), "utf8");
    assert.match(report, /^no-sync-io definite/u);
    assert.match(report, /2 blocking calls on the event loop in 1 file/u);
  });

  it("says in a sentence that a file cannot be written", async () => {
    const { status, stderr } = await check("--output", "nowhere/report.txt");
    assert.equal(status, 2);
    assert.match(stderr, /^error: The report could not be written: ENOENT/u);
  });

  it("annotates from the root of the repository, and keeps the summary in the log", async () => {
    mkdirSync(path.join(project, ".git"));
    write("api/server.mjs", SERVER);
    const { stdout } = await loopguard(["check", "--format", "github"], path.join(project, "api"));
    assert.match(stdout, /^::error file=api\/server\.mjs,line=4,endLine=4,col=3,/u);
    assert.match(stdout, /^2 blocking calls on the event loop/mu);
  });

  it("finds comments that cover nothing, when asked", async () => {
    write("quiet.mjs", "// eslint-disable-next-line loopguard/no-sync-io -- was slow once\nexport const a = 1;\n");
    assert.equal((await check("quiet.mjs")).status, 0);
    const { status, stdout } = await check("quiet.mjs", "--report-unused-suppressions");
    assert.equal(status, 1);
    assert.match(stdout, /quiet\.mjs:1:1\n\n {2}This comment disables loopguard\/no-sync-io/u);
    assert.match(stdout, /^No blocking calls on the event loop, 1 unused disable comment\./mu);
  });

  function write(file: string, text: string): void {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  }

  function check(...args: readonly string[]) {
    return loopguard(["check", ...args], project);
  }
});

/** The real program over the real disk, in this process. */
async function loopguard(args: readonly string[], directory: string) {
  const environment = environmentWith({
    cwd: withForwardSlashes(directory),
    host: nodeHost(),
    writeFile: (file, text) => {
      writeFileSync(file, text);
    },
  });
  const status = await run(args, "1.2.3", engine, environment);
  return { status, stdout: environment.stdout.text, stderr: environment.stderr.text };
}
