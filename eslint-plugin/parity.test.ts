/** ESLint and the command line report the same: file, place, rule and sentence, on all snippets and servers. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type * as fixture from "../rules-fixtures/fixture.js";
import plugin from "./index.js";
import { lint, typeInformation, withProject } from "./testing/lint.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const CLI = path.join(ROOT, "cli/bundle/main.js");
const FIXTURES = path.join(ROOT, "rules-fixtures");

type Preset = "recommended" | "strict";

/** What a host said: `server.ts:7:10 no-sync-io readFileSync blocks …`, in order. */
type Said = readonly string[];

describe("the same findings in ESLint and on the command line", () => {
  for (const mode of ["typed", "untyped"] as const) {
    it(`for all snippets together, ${mode}`, async function () {
      this.timeout(300_000);
      const files = await snippets(mode);
      assert.ok(Object.keys(files).length > 20, "the snippets are there");
      // Strict reports the most. What recommended leaves out is compared on the servers.
      await withProject(files, (directory) => assertSame(directory, ["strict"]), { isInstalled: mode === "typed" });
    });
  }

  it("for the sample server", async () => {
    await withProject(filesBelow(path.join(FIXTURES, "sample")), (directory) => assertSame(directory));
  });

  it("for all servers together", async function () {
    this.timeout(600_000);
    await withProject(filesBelow(path.join(FIXTURES, "servers")), (directory) =>
      assertSame(directory, ["recommended"]),
    );
  });

  it("for a project with a configuration", async () => {
    const configuration = {
      blocking: [{ module: "@acme/ldap", member: "search", ms: 3 }],
      ignore: ["generated.ts"],
      minCost: 2,
      confidence: "probable",
    };
    const files = { ...CONFIGURED, "loopguard.config.json": JSON.stringify(configuration) };
    await withProject(files, async (directory) => {
      await assertSame(directory);
      const { said } = await saidByESLint(directory, "recommended");
      assert.deepEqual(
        said.map((line) => line.slice(0, line.indexOf(" blocks"))),
        ["server.ts:5:9 no-sync-cpu @acme/ldap.search"],
      );
    });
  });

  it("with another configuration than the nearest", async () => {
    const files = {
      ...CONFIGURED,
      "loopguard.config.json": "{}",
      "config/strict.json": '{ "blocking": [{ "module": "@acme/ldap", "member": "search" }] }',
    };
    await withProject(files, async (directory) => {
      const config = "config/strict.json";
      const settings = [
        typeInformation("projectService", directory),
        plugin.configs.recommended,
        { settings: { loopguard: { config } } },
      ];
      const reports = await lint(directory, settings);
      assert.deepEqual(
        reports.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${String(rule)}`),
        saidByCommandLine(directory, "--config", config).map((said) => said.replace(/ (\S+) .*/, " loopguard/$1")),
      );
      assert.ok(reports.some(({ file, line }) => file === "server.ts" && line === 5));
    });
  });
});

/** Calls a package that only a configuration can know. */
const CONFIGURED = {
  "package.json": '{"type":"module"}',
  "server.ts": `import { search } from "@acme/ldap";
import { createServer } from "node:http";
import { page } from "./generated.js";
createServer((request, response) => {
  if (!(search(request.url) as boolean)) response.end(page());
});
`,
  "generated.ts": `import { execSync } from "node:child_process";
export const page = (): string => execSync("page").toString();
`,
};

async function assertSame(directory: string, presets: readonly Preset[] = ["recommended", "strict"]): Promise<void> {
  for (const preset of presets) {
    const { said, unreadable } = await saidByESLint(directory, preset);
    const byCommandLine = saidByCommandLine(directory, ...(preset === "strict" ? ["--preset", preset] : [])).filter(
      (line) => !unreadable.some((file) => line.startsWith(`${file}:`)),
    );
    assert.ok(said.length > 0, "there is something to compare");
    assert.deepEqual(said, byCommandLine);
  }
}

/** ESLint lints no file with a syntax error, where the command line reports what it could read: these are left out. */
async function saidByESLint(directory: string, preset: Preset): Promise<{ said: Said; unreadable: readonly string[] }> {
  const reports = await lint(directory, [typeInformation("projectService", directory), plugin.configs[preset]]);
  const unreadable = reports.filter(({ message }) => message.startsWith("Parsing error:")).map(({ file }) => file);
  assert.deepEqual(
    unreadable.filter((file) => !file.startsWith("faults/")),
    [],
  );
  const said = reports.flatMap(({ file, line, column, rule, message }) =>
    rule?.startsWith("loopguard/") === true
      ? [`${file}:${line}:${column} ${rule.replace("loopguard/", "")} ${message}`]
      : [],
  );
  return { said: said.sort(), unreadable };
}

function saidByCommandLine(directory: string, ...options: readonly string[]): Said {
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, "check", "--format", "json", ...options, "."], {
    cwd: directory,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  assert.ok(stdout.startsWith("{"), stderr);
  const { findings } = JSON.parse(stdout) as {
    findings: { file: string; line: number; column: number; rule: string; message: string }[];
  };
  return findings.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`).sort();
}

/** Every snippet that is no project of its own, in a folder of its own, without the checks for its markers. */
async function snippets(mode: fixture.Mode): Promise<Record<string, string>> {
  // Compiled apart, so its place at run time is not its place among the sources.
  const { parseFixture } = (await import(
    new URL("../../rules-fixtures/dist/fixture.js", import.meta.url).href
  )) as typeof fixture;
  const fixtures: fixture.Fixture[] = Object.entries(filesBelow(path.join(FIXTURES, "snippets"))).map(([name, text]) =>
    parseFixture(name, text),
  );
  return Object.fromEntries(
    fixtures
      .filter(({ isProject, only }) => !isProject && (only === undefined || only === mode))
      .flatMap(({ name, files }) => files.map((file) => [`${name.replaceAll(".", "-")}/${file.name}`, file.text])),
  );
}

function filesBelow(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      // Another test builds the sample server where it lies.
      .filter((entry) => entry.isFile() && !path.relative(directory, entry.parentPath).split(path.sep).includes("dist"))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(directory, file).replaceAll(path.sep, "/"), readFileSync(file, "utf8")]),
  );
}
