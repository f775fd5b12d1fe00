/** `no-sync-in-async`: blocking calls written directly inside an async function. One file, no types. */
import type { RuleDeclaration } from "./rule.js";

export const noSyncInAsync: RuleDeclaration = {
  name: "no-sync-in-async",
  description: "Disallow blocking calls directly inside async functions",
  kinds: ["sync-io", "cpu", "wait"],
  preset: "local",
  details: `
## Why it matters

A function that is already \`async\` gains nothing from a blocking call: its callers await it anyway, and the asynchronous twin is one \`await\` away. \`await\` in front of a blocking call changes nothing either: the loop stands still before there is anything to wait for.

## What it finds

Calls of the catalogue (file, process and database calls, password hashing, compression, sleeps) that are written inside an async function. It reads one file at a time and needs no type information, so it is fast, safe with \`eslint --cache\`, and works in oxlint's JavaScript plugins.

Names are followed inside the file only: imports, \`require\`, renames, destructuring and assignments.

## What it leaves alone

- Functions that are not async, even when a request handler calls them. That is what \`no-sync-io\`, \`no-sync-cpu\` and \`no-blocking-wait\` are for: they follow calls through the whole project.
- Callbacks that are not async, inside an async function.
- Calls under 0.05 ms, unless they are made in a loop: see \`minCost\`.
- Code that the file itself shows to run only while the process starts, at most once or in a worker.

An async function may run while the process starts because another file calls it then, where blocking is harmless. This rule cannot know; the project-wide rules can.

## When not to use it

Where the project-wide rules run in the same place: they find the same calls where they matter, and stay silent where they do not. A common arrangement is this rule in the editor, and the project-wide rules on the command line and in continuous integration.
`,
  invalid: [
    {
      title: "A blocking read in an async function",
      code: `import { readFileSync } from "node:fs";

export async function readSettings(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
`,
    },
    {
      title: "CommonJS, renamed",
      code: `const { execSync: run } = require("node:child_process");

exports.currentCommit = async () => run("git rev-parse HEAD").toString();
`,
    },
  ],
  valid: [
    {
      title: "The asynchronous twin",
      code: `import { readFile } from "node:fs/promises";

export async function readSettings(path) {
  return JSON.parse(await readFile(path, "utf8"));
}
`,
    },
    {
      title: "A function that is not async: the project-wide rules judge it by its callers",
      code: `import { readFileSync } from "node:fs";

export function readSettings(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
`,
    },
  ],
};
