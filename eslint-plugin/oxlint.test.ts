/** The real oxlint, with this plugin among its JavaScript plugins, reports what ESLint reports. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import plugin from "./index.js";
import { lint, typeInformation, withProject } from "./testing/lint.js";

const SAMPLE = path.resolve(import.meta.dirname, "../../rules-fixtures/sample");
const OXLINT = path.join(path.dirname(createRequire(import.meta.url).resolve("oxlint/package.json")), "bin/oxlint");

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

describe("oxlint with this plugin", () => {
  it("reports what ESLint reports on the sample server", async () => {
    await withProject(sample(), async (directory) => {
      const byEslint = await lint(directory, [typeInformation("none", directory), plugin.configs.strict]);
      const expected = byEslint.map(({ file, line, column, rule, message }) => [file, line, column, rule, message]);
      assert.ok(expected.length > 0, "there is something to compare");
      assert.deepEqual(oxlint(directory, plugin.configs.strict.rules).sort(), expected.sort());
    });
  });

  it("reports the single-file rule alike", async () => {
    const files = {
      "package.json": '{"type":"module"}',
      "src/read.js": 'import { readFileSync } from "node:fs";\nexport const read = async () => readFileSync("a");\n',
    };
    await withProject(files, async (directory) => {
      const reports = oxlint(directory, plugin.configs.local.rules);
      const byEslint = await lint(directory, [plugin.configs.local], { paths: ["src"] });
      assert.equal(reports.length, 1);
      assert.deepEqual(
        reports,
        byEslint.map(({ file, line, column, rule, message }) => [file, line, column, rule, message]),
      );
    });
  });

  it("obeys disable comments of both names", async () => {
    const call = 'export const read = async () => readFileSync("a");';
    const files = {
      "package.json": '{"type":"module"}',
      "src/read.js": `import { readFileSync } from "node:fs";
// eslint-disable-next-line loopguard/no-sync-in-async -- 200 bytes
${call}
// oxlint-disable-next-line loopguard/no-sync-in-async -- 200 bytes
${call.replace("read", "readAgain")}
`,
    };
    await withProject(files, (directory) => {
      assert.deepEqual(oxlint(directory, plugin.configs.local.rules), []);
    });
  });
});

function oxlint(directory: string, rules: unknown): (readonly [string, number, number, string, string])[] {
  const jsPlugins = [pathToFileURL(path.join(import.meta.dirname, "index.js")).href];
  const config = path.join(directory, ".oxlintrc.json");
  writeFileSync(config, JSON.stringify({ plugins: [], categories: { correctness: "off" }, jsPlugins, rules }));
  // Only the sources: `node_modules` is a link, which oxlint would follow.
  const { stdout, stderr } = spawnSync(process.execPath, [OXLINT, "--format", "json", "--config", config, "src"], {
    cwd: directory,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  assert.ok(stdout.startsWith("{"), `${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  return diagnostics.map(({ filename, code, message, labels: [label] }) => [
    filename,
    label?.span.line ?? 0,
    label?.span.column ?? 0,
    code.replace(/^(.*)\((.*)\)$/, "$1/$2"),
    message,
  ]);
}

function sample(): Record<string, string> {
  const names = ["package.json", "tsconfig.json", "config.json", ...sourcesBelow("src")];
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(SAMPLE, name), "utf8")]));
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(SAMPLE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(SAMPLE, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
}
