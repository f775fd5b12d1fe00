import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { assertMatchesSchema } from "./test/schema.js";
import { assertSnapshot } from "./test/snapshot.js";

const PROGRAM = fileURLToPath(new URL("../bundle/main.js", import.meta.url));
const PROJECTS = fileURLToPath(new URL("../test-data/projects/", import.meta.url));

interface Report {
  readonly findings: readonly { readonly file: string; readonly callee: string; readonly line: number }[];
}

/** Runs the program as a person does, without a terminal. */
function loopguard(
  args: readonly string[],
  { cwd = PROJECTS, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    // The terminal the tests run in has no say.
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "0", LOOPGUARD_CACHE: "off", ...env },
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
}

/** Times differ from run to run. */
function withoutTimes(output: string): string {
  return output.replaceAll(/\bin [\d.]+ m?s\./gu, "in N ms.");
}

describe("the loopguard program", () => {
  it("finds a blocking call two calls below a request handler, and exits 1", () => {
    const { status, stdout, stderr } = loopguard(["check"], { cwd: path.join(PROJECTS, "blocking") });
    assert.deepEqual([status, stderr], [1, ""]);
    assertSnapshot("program-check.txt", withoutTimes(stdout));
  });

  it("reads nothing twice that has not changed, and says the same", () => {
    const directory = mkdtempSync(path.join(tmpdir(), "loopguard-cli-"));
    try {
      cpSync(path.join(PROJECTS, "blocking"), directory, { recursive: true });
      mkdirSync(path.join(directory, "node_modules"));
      const check = (...options: readonly string[]) => {
        const { stdout, stderr } = loopguard(["check", "--format", "json", ...options], {
          cwd: directory,
          env: { LOOPGUARD_CACHE: "" },
        });
        const { findings } = JSON.parse(stdout) as Report;
        return { stderr, found: findings.map(({ callee, line }) => `${callee} in line ${line}`), findings };
      };
      const first = check();
      const cache = path.join(directory, "node_modules", ".cache", "loopguard");
      const [name = ""] = readdirSync(cache);
      const writtenAt = (): number => statSync(path.join(cache, name)).ino;
      const written = writtenAt();
      assert.deepEqual([check(), writtenAt()], [first, written]);

      const accounts = path.join(directory, "accounts.js");
      writeFileSync(accounts, `// moved\n${readFileSync(accounts, "utf8")}`);
      const fresh = check("--no-cache");
      assert.notDeepEqual(fresh, first);
      assert.deepEqual(check(), fresh);

      writeFileSync(path.join(cache, name), "damaged");
      const { stderr, findings } = check();
      assert.match(stderr, /^loopguard: .* is damaged .*: going on without it\n$/u);
      assert.deepEqual(findings, fresh.findings);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it("exits 0 when only the start-up blocks", () => {
    const { status, stdout, stderr } = loopguard(["check", "quiet"]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^No blocking calls on the event loop.*\. 1 file in /u);
  });

  it("shows what blocks at start-up when asked, for a single file too", () => {
    const { status, stdout } = loopguard(["check", "quiet/server.js", "--context", "startup", "--min-cost", "0"]);
    assert.equal(status, 1);
    assert.match(stdout, /quiet\/server\.js:4:/u);
  });

  it("prints JSON that matches the schema, with paths relative to where it was started", () => {
    const { status, stdout } = loopguard(["check", "blocking", "--format", "json"]);
    assert.equal(status, 1);
    assertMatchesSchema(stdout);
    const { findings } = JSON.parse(stdout) as Report;
    assert.deepEqual(
      findings.map(({ file, line }) => [file, line]),
      [["blocking/accounts.js", 12]],
    );
  });

  it("says which file it could not read, and still reports the rest", () => {
    const { status, stdout, stderr } = loopguard(["check", "broken"]);
    assert.equal(status, 1);
    assert.match(stderr, /^loopguard: .*broken\/unfinished\.js/mu);
    assert.match(stdout, /broken\/accounts\.js:12:/u);
  });

  it("reads the configuration of the project, or the one that is named", () => {
    const project = mkdtempSync(path.join(tmpdir(), "loopguard-configured-"));
    try {
      writeFileSync(path.join(project, "timer.mjs"), 'import { poll } from "@acme/bus";\nsetInterval(poll, 1000);\n');
      writeFileSync(path.join(project, "loopguard.config.json"), '{\n  "minCots": 1\n}\n');
      writeFileSync(path.join(project, "bus.json"), '{ "blocking": [{ "module": "@acme/bus", "member": "poll" }] }\n');
      const mistaken = loopguard(["check"], { cwd: project });
      assert.equal(mistaken.status, 0);
      assert.equal(
        mistaken.stderr,
        'loopguard: loopguard.config.json:2:3: There is no setting "minCots"; did you mean "minCost".\n',
      );
      const { status, stdout, stderr } = loopguard(["check", "--config", "bus.json"], { cwd: project });
      assert.deepEqual([status, stderr], [1, ""]);
      assert.match(stdout, /timer\.mjs:2:13/u);
      assert.deepEqual(outcome(loopguard(["check", "--config", "nowhere.json"], { cwd: project })), [
        2,
        "",
        'error: There is no configuration file "nowhere.json".\n',
      ]);
    } finally {
      rmSync(project, { recursive: true });
    }
  });

  it("runs slow regular expressions on request, and withdraws what none of the texts is slow for", () => {
    const project = mkdtempSync(path.join(tmpdir(), "loopguard-regexes-"));
    try {
      writeFileSync(
        path.join(project, "server.cjs"),
        `const app = require("express")();
app.post("/cache", ({ body }, response) => response.json(/^([\\d.,]+)\\s?(\\w+)$/.exec(body.duration)));
app.post("/note", ({ body }, response) => response.json(/^(a+)+[^]*$/.exec(body.text)));
`,
      );
      const lines = (...options: readonly string[]): readonly number[] => {
        const { stdout } = loopguard(["check", "--preset", "strict", "--format", "json", ...options], { cwd: project });
        return (JSON.parse(stdout) as Report).findings.map(({ line }) => line);
      };
      assert.deepEqual(lines(), [2, 3]);
      assert.deepEqual(lines("--confirm-regexes"), [2]);
    } finally {
      rmSync(project, { recursive: true });
    }
  });

  it("exits 2 when a path does not exist or holds no sources", () => {
    assert.deepEqual(outcome(loopguard(["check", "nowhere"])), [
      2,
      "",
      'error: There is no file or directory "nowhere".\n',
    ]);
    const [status, stdout, stderr] = outcome(loopguard(["check", "empty"]));
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^error: There are no JavaScript or TypeScript source files in "empty"\./u);
  });

  it("prints statistics", () => {
    const { status, stdout, stderr } = loopguard(["stats", "blocking"]);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, /^ {2}files +2$/mu);
    assert.match(stdout, /^ {2}blocking calls +2$/mu);
    assert.match(stdout, /^ {2}unresolved mentions +\d+/mu);
  });

  it("explains every rule it lists", () => {
    const rules = loopguard(["explain"]).stdout.match(/^no-[\w-]+/gmu) ?? [];
    assert.ok(rules.length >= 3);
    for (const rule of rules) assert.equal(loopguard(["explain", rule]).status, 0, rule);
  });

  it("colours on request only", () => {
    // eslint-disable-next-line no-control-regex -- colours are control characters
    const colour = /\u001B\[/u;
    assert.doesNotMatch(loopguard(["explain"]).stdout, colour);
    assert.match(loopguard(["explain"], { env: { FORCE_COLOR: "1" } }).stdout, colour);
    assert.doesNotMatch(loopguard(["explain"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout, colour);
  });

  it("keeps its verdict when the reader has seen enough", async () => {
    const child = spawn(process.execPath, [PROGRAM, "check", "blocking"], { cwd: PROJECTS });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const [status] = (await once(child, "close")) as [number];
    assert.deepEqual([status, stderr], [1, ""]);
  });

  it("writes reports larger than a pipe holds to their end", () => {
    const project = mkdtempSync(path.join(tmpdir(), "loopguard-large-"));
    try {
      const calls = Array.from({ length: 400 }, (_, index) => `  spawnSync("true", ["${String(index)}"]);`);
      const source = [
        'import { spawnSync } from "node:child_process";',
        "setInterval(() => {",
        ...calls,
        "}, 1000);",
        "",
      ];
      writeFileSync(path.join(project, "timer.mjs"), source.join("\n"));
      const { stdout } = loopguard(["check", "--format", "json"], { cwd: project });
      assert.ok(stdout.length > 200_000);
      assert.equal((JSON.parse(stdout) as Report).findings.length, 400);
    } finally {
      rmSync(project, { recursive: true });
    }
  });
});

function outcome({ status, stdout, stderr }: SpawnSyncReturns<string>): [number | null, string, string] {
  return [status, stdout, stderr];
}
