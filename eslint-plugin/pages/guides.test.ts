/** The guides cannot lie: their examples are analysed, their ESLint configurations lint, their commands run. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { reportsOf, withProject } from "../testing/lint.js";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const CLI = path.join(ROOT, "cli/bundle/main.js");
const SERVER = `import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => response.end(readFileSync("page.html"))).listen(8080);
`;

/** The compiler's types of Node take longer to read than the examples; what they say is known without. */
const BARE = { isInstalled: false, hasConfig: false };

describe("the guides", function () {
  this.timeout(300_000);

  const pages = ["how-it-decides", "out-of-scope"].map((page) => ({ page, examples: examplesOf(page) }));
  let places: ReadonlyMap<string, readonly string[]>;

  before(async () => {
    const files = pages.flatMap(({ page, examples }) =>
      examples.map(({ code }, index) => [`${page}/${String(index)}/server.ts`, code] as const),
    );
    const project = { "package.json": '{"type":"module"}', ...Object.fromEntries(files) };
    places = await withProject(project, placesByFile, BARE);
  });

  for (const { page, examples } of pages) {
    for (const [index, { found }] of examples.entries()) {
      it(`${page}: example ${String(index + 1)} of ${String(examples.length)} is found to be what it says`, () => {
        const all = places.get(`${page}/${String(index)}/server.ts`) ?? [];
        // What is out of scope may run, as long as nobody is said to wait for it.
        assert.deepEqual(page === "out-of-scope" ? all.filter((place) => place.includes("loop")) : all, found);
      });
    }
  }

  it("adopting: its commands run in this order, from the first look to the last entry", async () => {
    const commands = [...textOf("adopting").matchAll(/npx loopguard (.*)/g)].map(([, command = ""]) => command.trim());
    assert.ok(commands.length > 5);
    await withProject(
      { "package.json": '{"type":"module"}', "server.ts": SERVER },
      (directory) => {
        const statuses = commands.map((command) => loopguard(directory, command.split(" ")).status);
        const [look, stats, accept, ...later] = statuses;
        assert.deepEqual([look, stats, accept], [1, 0, 0]);
        // What comes after the baseline was written finds nothing new, unless it leaves the baseline out.
        const withBaseline = commands.slice(3).map((command) => (command.includes("--baseline") ? 0 : 1));
        assert.deepEqual(later, withBaseline);
      },
      BARE,
    );
  });

  it("adopting: the call with a reason is accepted", async () => {
    const [example] = examplesOf("adopting");
    assert.ok(example);
    await withProject(
      { "package.json": '{"type":"module"}', "server.ts": example.code },
      (directory) => {
        assert.equal(loopguard(directory, ["check"]).status, 0);
        assert.equal(loopguard(directory, ["check", "--report-unused-suppressions"]).status, 0);
      },
      BARE,
    );
  });

  const configs = blocksOf("eslint", "js").filter((code) => code.startsWith("// eslint.config.js"));
  for (const [index, config] of configs.entries()) {
    it(`eslint: configuration ${String(index + 1)} of ${String(configs.length)} finds the blocking call`, async () => {
      const files = {
        "package.json": '{"type":"module"}',
        "server.js": SERVER,
        "config/loopguard.json": "{}",
        "eslint.config.js": config,
      };
      await withProject(files, async (directory) => {
        const reports = reportsOf(await new ESLint({ cwd: directory }).lintFiles(["server.js"]), directory);
        assert.deepEqual(
          reports.map(({ rule, line }) => [rule, line]),
          [["loopguard/no-sync-io", 4]],
        );
      });
    });
  }

  it("eslint: oxlint's configuration finds the blocking call", async () => {
    const [config = ""] = blocksOf("eslint", "json");
    await withProject({ "package.json": '{"type":"module"}', "src/server.js": SERVER }, (directory) => {
      writeFileSync(path.join(directory, ".oxlintrc.json"), config);
      const oxlint = path.join(ROOT, "node_modules/oxlint/bin/oxlint");
      // Its report for people is coloured on continuous integration, whatever is asked for.
      const args = [oxlint, "--format", "unix", "src"];
      const { stdout } = spawnSync(process.execPath, args, { cwd: directory, encoding: "utf8" });
      assert.match(stdout, /server\.js:4:50: fs\.readFileSync blocks .*loopguard\(no-sync-io\)/);
    });
  });
});

interface Example {
  readonly code: string;
  /** What the page says is found: `9:32 loop, definite`. */
  readonly found: readonly string[];
}

/** Code with what is found in it; nothing is, where no such block follows. */
function examplesOf(page: string): readonly Example[] {
  const examples = [...textOf(page).matchAll(/```ts\n([^]*?)```\n(?:\n```text\n([^]*?)\n```)?/g)];
  assert.ok(examples.length > 0);
  return examples.map(([, code = "", found]) => ({ code, found: found?.split("\n") ?? [] }));
}

/** Every blocking call with its context, by file, whatever its cost and however sure it is. */
function placesByFile(directory: string): ReadonlyMap<string, readonly string[]> {
  const options = ["--confidence", "possible", "--min-cost", "0", "--context", "all"];
  const { stdout, stderr } = loopguard(directory, ["check", "--format", "json", ...options]);
  assert.ok(stdout.startsWith("{"), stderr);
  const { findings } = JSON.parse(stdout) as {
    findings: { file: string; line: number; column: number; context: string; confidence: string }[];
  };
  const places = new Map<string, string[]>();
  for (const { file, line, column, context, confidence } of findings) {
    const place = `${String(line)}:${String(column)} ${context}${context === "loop" ? `, ${confidence}` : ""}`;
    places.set(file, [...(places.get(file) ?? []), place]);
  }
  return places;
}

function loopguard(directory: string, args: readonly string[]) {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: directory, encoding: "utf8" });
}

function blocksOf(page: string, language: string): readonly string[] {
  return [...textOf(page).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(([, code = ""]) => code);
}

function textOf(page: string): string {
  return readFileSync(path.join(ROOT, "docs", `${page}.md`), "utf8").replaceAll("\r\n", "\n");
}
