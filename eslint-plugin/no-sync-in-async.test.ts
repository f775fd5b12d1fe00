/** The single-file rule: no type information, JavaScript and TypeScript, ESLint 9 and 10. */
import assert from "node:assert/strict";
import * as parser from "@typescript-eslint/parser";
import { RuleTester, type Rule } from "eslint";
import { RuleTester as RuleTester9 } from "eslint-9";
import plugin from "./index.js";

const rule = plugin.rules["no-sync-in-async"] as Rule.RuleModule;
const READ = 'import { readFileSync } from "node:fs";\n';

for (const tester of [new RuleTester(), new RuleTester9() as unknown as RuleTester]) {
  tester.run("no-sync-in-async", rule, {
    valid: [
      { name: "top level", code: `${READ}export const text = readFileSync("a");` },
      { name: "a function that is not async", code: `${READ}export function read() { return readFileSync("a"); }` },
      {
        name: "the asynchronous twin",
        code: 'import { readFile } from "node:fs/promises";\nasync () => readFile("a");',
      },
      {
        name: "a function of the same name that is the file's own",
        code: 'function readFileSync() {}\nasync () => readFileSync("a");',
      },
      { name: "an unrelated method of the same name", code: "async (cache) => cache.readFileSync();" },
      { name: "a cheap call", code: 'import { existsSync } from "node:fs";\nasync () => existsSync("a");' },
      {
        name: "what the file runs at start-up",
        code: `${READ}async function main() { readFileSync("a"); }\nawait main();`,
      },
      {
        name: "a callback that is not async",
        code: `${READ}export async function f(a) { a.on("x", () => readFileSync("a")); }`,
      },
      { name: "an empty file", code: "" },
    ],
    invalid: [
      {
        name: "a named import",
        code: `${READ}export async function read() { return readFileSync("a"); }`,
        errors: [
          blocked(
            2,
            39,
            "readFileSync",
            'import { readFile } from "node:fs/promises";\nexport async function read() { return await readFile("a"); }',
          ),
        ],
      },
      {
        name: "a renamed import",
        code: 'import { readFileSync as read } from "fs";\nexport const f = async () => read("a");',
        errors: [
          blocked(
            2,
            30,
            "readFileSync",
            'import { readFile } from "fs/promises";\nexport const f = async () => await readFile("a");',
          ),
        ],
      },
      {
        name: "a namespace",
        code: 'import * as fs from "node:fs";\nexport const f = async () => fs.readFileSync("a");',
        errors: [
          blocked(
            2,
            30,
            "readFileSync",
            'import * as fs from "node:fs";\nexport const f = async () => await fs.promises.readFile("a");',
          ),
        ],
      },
      {
        name: "CommonJS, destructured",
        code: 'const { execSync } = require("child_process");\nmodule.exports = async () => execSync("ls");',
        languageOptions: { sourceType: "commonjs" },
        errors: [blocked(2, 30, "execSync")],
      },
      {
        name: "a method",
        code: `${READ}class Store { async load() { return readFileSync("a"); } }`,
        errors: [
          blocked(
            2,
            37,
            "readFileSync",
            'import { readFile } from "node:fs/promises";\nclass Store { async load() { return await readFile("a"); } }',
          ),
        ],
      },
      {
        name: "a package that is not installed",
        code: 'import bcrypt from "bcrypt";\nexport const f = async (a, b) => bcrypt.compareSync(a, b);',
        errors: [
          blocked(
            2,
            34,
            "compareSync",
            'import bcrypt from "bcrypt";\nexport const f = async (a, b) => await bcrypt.compare(a, b);',
          ),
        ],
      },
      {
        name: "a cheap call, when asked for",
        code: 'import { existsSync } from "node:fs";\nasync () => existsSync("a");',
        options: [{ minCost: 0 }],
        errors: [
          blocked(
            2,
            13,
            "existsSync",
            'import { access } from "node:fs/promises";\nasync () => await access("a").then(() => true, () => false);',
          ),
        ],
      },
      {
        name: "a cheap call in a loop",
        code: 'import { existsSync } from "node:fs";\nasync (names) => { for (const name of names) existsSync(name); };',
        errors: [
          blocked(
            2,
            46,
            "existsSync",
            'import { access } from "node:fs/promises";\n' +
              "async (names) => { for (const name of names) await access(name).then(() => true, () => false); };",
          ),
        ],
      },
      {
        name: "a sleep",
        code: "export async function pause(cell) { Atomics.wait(cell, 0, 0, 100); }",
        errors: [
          blocked(
            1,
            37,
            "Atomics.wait",
            "export async function pause(cell) { await Atomics.waitAsync(cell, 0, 0, 100).value; }",
          ),
        ],
      },
      {
        name: "a text that is in no file",
        code: `${READ}export const f = async () => readFileSync("a");`,
        filename: "<input>",
        errors: [
          blocked(
            2,
            30,
            "readFileSync",
            'import { readFile } from "node:fs/promises";\nexport const f = async () => await readFile("a");',
          ),
        ],
      },
      {
        name: "TypeScript, without type information",
        code: `${READ}export async function read(): Promise<string> { return readFileSync("a", "utf8") as string; }`,
        languageOptions: { parser },
        filename: "read.ts",
        errors: [
          blocked(
            2,
            56,
            "readFileSync",
            'import { readFile } from "node:fs/promises";\nexport async function read(): Promise<string> { return await readFile("a", "utf8") as string; }',
          ),
        ],
      },
      {
        name: "a byte order mark and Windows line ends",
        code: `\uFEFF// first\r\n${READ}async () => readFileSync("a");`,
        errors: [
          blocked(
            3,
            13,
            "readFileSync",
            '\uFEFF// first\r\nimport { readFile } from "node:fs/promises";\nasync () => await readFile("a");',
          ),
        ],
      },
    ],
  });
}

describe("no-sync-in-async in other hosts", () => {
  it("needs nothing but a filename and a text, as in oxlint, which has no parser services", () => {
    const reports: { data?: Record<string, string> }[] = [];
    const sourceCode = { text: `${READ}async () => readFileSync("a");`, parserServices: Object.freeze({}) };
    const context = { filename: "a.js", options: [], sourceCode, report: (report: object) => reports.push(report) };
    const listeners = rule.create(context as unknown as Rule.RuleContext) as Record<string, (node: unknown) => void>;
    listeners["Program"]?.({});
    assert.equal(reports.length, 1);
  });
});

/** @param output of the suggestion that awaits the asynchronous form, where there is one */
function blocked(line: number, column: number, callee: string, output?: string): RuleTester.TestCaseError {
  const suggestions = output === undefined ? [] : [{ messageId: "fix", output }];
  return { message: new RegExp(`\\b${callee} blocks`), line, column, suggestions };
}
