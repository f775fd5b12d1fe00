/** Whether a random program that is fixed across functions still does what it did. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { fixAll } from "@loopguard/engine";
import fc from "fast-check";
import ts from "typescript";

import { edited, type Files, type Opened, opener, typeErrors } from "../fixing.js";
import { type Fact, filesOf, programs } from "./program.js";

/** How many programs were fixed, and how often each reason kept one from it. */
export interface Outcome {
  readonly fixed: number;
  readonly refused: ReadonlyMap<string, number>;
}

/** @throws with the smallest program that was found to do something else, to have an error of types, or to block still */
export async function checkPrograms(runs: number, seed: number): Promise<Outcome> {
  const open = opener();
  const directory = mkdtempSync(path.join(tmpdir(), "loopguard-graphs-"));
  const refused = new Map<string, number>();
  let fixed = 0;
  let count = 0;
  try {
    const property = fc.asyncProperty(programs, async (program) => {
      const run = (files: Files): Promise<unknown> => outcomeOf(files, path.join(directory, String(count++)));
      const reason = await checkProgram(program, open, run);
      if (reason === undefined) fixed++;
      else refused.set(reason, (refused.get(reason) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    return { fixed, refused };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @returns why the fix was refused, without names and places; undefined when it was made */
async function checkProgram(
  program: readonly Fact[],
  open: (files: Files) => Opened,
  run: (files: Files) => Promise<unknown>,
): Promise<string | undefined> {
  const before = filesOf(program);
  assert.deepEqual(typeErrors(before), [], JSON.stringify(before));
  const { project, findings } = open(before);
  assert.equal(findings.length, 1, JSON.stringify(before));
  const { files, refused } = fixAll(project, findings, "transitive");
  if (refused[0]) return refused[0].refusal.reason.replaceAll(/\S*\d\S*/gu, "…");
  const after = edited(before, files);
  assert.deepEqual(typeErrors(after), [], JSON.stringify(after));
  assert.deepEqual(await run(after), await run(before), JSON.stringify([before, after]));
  assert.deepEqual(open(after).findings, [], JSON.stringify(after));
  return undefined;
}

/** What the program says when it runs: the order of its calls, and its result. */
async function outcomeOf(files: Files, folder: string): Promise<unknown> {
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  for (const [name, text] of Object.entries(files)) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(path.join(folder, name.replace(/\.ts$/u, ".js")), outputText);
  }
  const main = (await import(pathToFileURL(path.join(folder, "main.js")).href)) as { readonly done: Promise<unknown> };
  return await main.done;
}
