/** The boundaries between rooms hold, and the check that says so can fail. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import { root } from "./root.js";

const { boundaries, rooms } = (await import(new URL("scripts/boundaries.mjs", root).href)) as {
  boundaries: Linter.Config[];
  rooms: Record<string, string[]>;
};

describe("boundaries", () => {
  const cwd = fileURLToPath(root);
  // Without type information, so that code can be planted in files that do not exist.
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser: tseslint.parser } }, ...boundaries],
  });

  const violations: readonly (readonly [file: string, code: string, complaint: string])[] = [
    ["engine/paths/planted.ts", 'import ts from "typescript";', "not for this room"],
    ["engine/paths/planted.ts", 'import type { Node } from "typescript";', "not for this room"],
    ["engine/paths/planted.ts", 'export * from "../typescript/index.js";', "may import only"],
    ["engine/paths/deeper/planted.ts", 'import "../../typescript/program.js";', "may import only"],
    ["engine/paths/planted.ts", 'type Node = import("typescript").Node;', "at the top of the file"],
    ["engine/paths/planted.ts", 'await import("typescript");', "loads nothing"],
    ["engine/facts/planted.ts", 'import { answer } from "../reference.js";', "may import only itself"],
    ["engine/facts/planted.ts", 'import { rows } from "../catalogue/row.js";', "may import only itself"],
    ["engine/typescript/planted.ts", 'import { analyse } from "../analysis.js";', "may import only"],
    ["engine/project.ts", 'import { analyse } from "./analysis.js";', "may import only"],
    ["engine/catalogue/planted.ts", 'import { find } from "../paths/search.js";', "may import only"],
    ["engine/entrypoints/planted.ts", 'import { find } from "../paths/search.js";', "may import only"],
    ["engine/paths/planted.ts", 'import { rules } from "../rules/declarations.js";', "may import only"],
    ["engine/typescript/planted.ts", 'import { catalogue } from "../catalogue/index.js";', "may import only"],
    ["engine/index.ts", 'export { openProject } from "./typescript/index.js";', "may import only"],
    ["engine/typescript/planted.ts", 'import { readFileSync } from "node:fs";', "does no I/O"],
    ["engine/typescript/planted.ts", 'import { readFileSync } from "fs";', "does no I/O"],
    ["engine/typescript/planted.ts", 'import chalk from "chalk";', "not for this room"],
    ["engine/rules/planted.ts", 'import { main } from "loopguard";', "knows no host"],
    ["engine/rules/planted.ts", 'import { main } from "../../cli/main.js";', "knows no host"],
    ["engine/rules/planted.test.ts", 'import plugin from "eslint-plugin-loopguard";', "knows no host"],
    ["engine/paths/planted.ts", "export const now = Date.now();", "reads no clock"],
    ["engine/paths/planted.ts", "export const now = new Date();", "reads no clock"],
    ["engine/paths/planted.ts", "export const now = performance.now();", "reads no clock"],
    ["engine/paths/planted.ts", "export const home = process.env.HOME;", "reads no environment"],
    ["cli/planted.ts", 'import { ESLint } from "eslint";', "Only eslint-plugin imports ESLint"],
    ["cli/planted.ts", 'import { RuleTester } from "@typescript-eslint/rule-tester";', "Only eslint-plugin imports"],
    ["cli/planted.ts", 'import ts from "typescript";', "Only engine/typescript imports TypeScript"],
    ["cli/planted.ts", 'import { analyse } from "../engine/index.js";', "public face"],
    ["cli/planted.ts", 'import { execFile } from "node:child_process";', "is executed"],
    ["cli/planted.ts", 'import { createConnection } from "vscode-languageserver";', "Only server speaks"],
    ["node-host/planted.ts", 'import chokidar from "chokidar";', "Node and the engine's types"],
    ["server/planted.ts", 'import ts from "typescript";', "Only engine/typescript imports TypeScript"],
    ["server/planted.ts", 'import { execFile } from "node:child_process";', "is executed"],
    ["server/planted.ts", 'import { window } from "vscode";', "Only extension imports"],
    ["cli/planted.ts", 'import { window } from "vscode";', "Only extension imports the editor"],
    ["server/planted.ts", 'import { window } from "vscode";', "Only extension imports the editor"],
    ["tsserver-plugin/planted.ts", 'import ts from "typescript";', "Only engine/typescript imports TypeScript"],
    ["tsserver-plugin/planted.ts", 'import { Worker } from "node:worker_threads";', "is executed"],
    ["tsserver-plugin/planted.ts", 'import { createConnection } from "vscode-languageserver";', "contains no analysis"],
    ["openapi-preview/planted.ts", 'import { window } from "vscode";', "shows what it is told"],
    ["extension/planted.ts", 'import { analyse } from "@loopguard/engine";', "shows what the server says"],
    ["extension/planted.ts", 'import { execFile } from "node:child_process";', "is executed"],
    ["eslint-plugin/rules/planted.ts", 'import vm from "node:vm";', "is executed"],
    ["eslint-plugin/rules/planted.ts", 'import pc from "picocolors";', "contains no analysis"],
    // It cannot be installed beside TypeScript 7.
    ["eslint-plugin/rules/planted.ts", 'import "@typescript-eslint/utils";', "contains no analysis"],
    ["eslint-plugin/rules/planted.ts", 'import { main } from "loopguard";', "contains no analysis"],
    ["eslint-plugin/rules/planted.ts", 'import { analyse } from "../../engine/index.js";', "public face"],
  ];
  for (const [file, code, complaint] of violations) {
    it(`refuse ${code} in ${file}`, async () => {
      const messages = await lint(file, code);
      assert.equal(messages.length, 1, messages.join("\n"));
      assert.match(messages[0] ?? "", new RegExp(complaint));
    });
  }

  const allowed: readonly (readonly [file: string, code: string])[] = [
    [
      "engine/typescript/planted.ts",
      'import ts from "typescript"; import ignore from "ignore"; import "../facts/facts.js";',
    ],
    ["engine/paths/planted.ts", 'import type { Finding } from "../rules/finding.js"; import "./search.js";'],
    ["engine/rules/planted.ts", 'import { search } from "../paths/search.js"; export const then = new Date(0);'],
    ["engine/rules/planted.test.ts", 'import assert from "node:assert/strict"; import ts from "typescript";'],
    ["cli/planted.ts", 'import fs from "node:fs"; import { openProject } from "@loopguard/engine/typescript";'],
    ["server/planted.ts", 'import { Worker } from "node:worker_threads"; import "vscode-languageserver/node";'],
    ["extension/planted.ts", 'import "vscode"; import "vscode-languageclient/node";'],
    ["eslint-plugin/rules/planted.ts", 'import "@loopguard/node-host"; import "@loopguard/engine/typescript";'],
  ];
  for (const [file, code] of allowed) {
    it(`allow ${code} in ${file}`, async () => {
      assert.deepEqual(await lint(file, code), []);
    });
  }

  it("know every room of the engine", () => {
    const entries = readdirSync(new URL("engine", root), { withFileTypes: true });
    const present = entries
      .filter(({ name }) => !["dist", "node_modules", "schema"].includes(name))
      .filter((entry) => entry.isDirectory() || (entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts")));
    assert.deepEqual(present.map(({ name }) => name).sort(), Object.keys(rooms).sort());
  });

  it("are part of this repository's own lint configuration", async () => {
    for (const file of [
      "engine/paths/search.ts",
      "engine/index.ts",
      "cli/main.ts",
      "server/main.ts",
      "extension/main.ts",
      "eslint-plugin/index.ts",
    ]) {
      const own = (await new ESLint({ cwd }).calculateConfigForFile(file)) as Linter.Config;
      const tested = (await eslint.calculateConfigForFile(file)) as Linter.Config;
      for (const [rule, setting] of Object.entries(tested.rules ?? {})) {
        assert.deepEqual(own.rules?.[rule], setting, `${rule} in ${file}`);
      }
    }
  });

  async function lint(file: string, code: string): Promise<readonly string[]> {
    const results = await eslint.lintText(code, { filePath: file });
    return results.flatMap(({ messages }) => messages.map(({ message }) => message));
  }
});
