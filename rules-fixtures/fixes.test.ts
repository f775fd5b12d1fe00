/** Fixes, before and after: the finding is gone, the types are right, and nothing else has changed. */
import assert from "node:assert/strict";

import { applyEdits, fixAll, fixOf, isRefusal, tagFix } from "@loopguard/engine";

import { open as openFiles, type Opened, typeErrors as typeErrorsIn } from "./fixing.js";

interface Example {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const AWAITED: readonly Example[] = [
  {
    name: "a named import that nothing else needs is replaced",
    before: `
import { readFileSync } from "node:fs";
export async function page(name: string): Promise<string> {
  return readFileSync(name, "utf8");
}`,
    after: `
import { readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  return await readFile(name, "utf8");
}`,
  },
  {
    name: "a named import that start-up code needs stays",
    before: `
import { readFileSync } from "node:fs";
const template = readFileSync("page.html", "utf8");
export async function page(name: string): Promise<string> {
  return template + readFileSync(name, "utf8");
}`,
    after: `
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
const template = readFileSync("page.html", "utf8");
export async function page(name: string): Promise<string> {
  return template + await readFile(name, "utf8");
}`,
  },
  {
    name: "one of several named imports goes, whichever it is",
    before: `
import { chmodSync, readFileSync, type Stats } from 'fs'
export async function page(name: string, stats: Stats): Promise<string> {
  return stats.size > 0 ? readFileSync(name, 'utf8') : String(chmodSync)
}`,
    after: `
import { chmodSync, type Stats } from 'fs'
import { readFile } from 'fs/promises'
export async function page(name: string, stats: Stats): Promise<string> {
  return stats.size > 0 ? await readFile(name, 'utf8') : String(chmodSync)
}`,
  },
  {
    name: "another name of the function goes with its last call",
    before: `
import crypto from "node:crypto";
import { readFileSync } from "node:fs";
const derive = crypto.pbkdf2Sync;
const read = readFileSync;
export async function key(name: string): Promise<Buffer> {
  return derive(read(name, "utf8"), name, 1000, 64, "sha512");
}`,
    after: `
import crypto from "node:crypto";
import { promisify } from "node:util";
import { readFile } from "node:fs/promises";
export async function key(name: string): Promise<Buffer> {
  return await promisify(crypto.pbkdf2)(await readFile(name, "utf8"), name, 1000, 64, "sha512");
}`,
  },
  {
    name: "a function that is taken out of its module",
    before: `
import fs from "node:fs";
const { readFileSync: read, statSync: look } = fs;
export async function page(name: string): Promise<string> {
  return look(name).isFile() ? "" : String(fs);
}
export const start = read("page.html", "utf8");`,
    after: `
import fs from "node:fs";
const { readFileSync: read } = fs;
export async function page(name: string): Promise<string> {
  return (await fs.promises.stat(name)).isFile() ? "" : String(fs);
}
export const start = read("page.html", "utf8");`,
  },
  {
    name: "an import of the twin's module takes the twin in",
    before: `
import { statSync } from "fs";
import { readdir } from "fs/promises";
export async function sizes(directory: string): Promise<number[]> {
  const all = [];
  for (const name of await readdir(directory)) all.push(statSync(name).size);
  return all;
}`,
    after: `
import { readdir, stat } from "fs/promises";
export async function sizes(directory: string): Promise<number[]> {
  const all = [];
  for (const name of await readdir(directory)) all.push((await stat(name)).size);
  return all;
}`,
  },
  {
    name: "a namespace keeps its name",
    before: `
import * as fs from "node:fs";
export const size = async (name: string): Promise<number> => fs.statSync(name).size;`,
    after: `
import * as fs from "node:fs";
export const size = async (name: string): Promise<number> => (await fs.promises.stat(name)).size;`,
  },
  {
    name: "an import of the promises is used where there is one",
    before: `
import { readFileSync, promises as files } from "fs";
export async function both(): Promise<string> {
  await files.access("a");
  return readFileSync("a", "utf8");
}`,
    after: `
import { promises as files } from "fs";
export async function both(): Promise<string> {
  await files.access("a");
  return await files.readFile("a", "utf8");
}`,
  },
  {
    name: "a name that means something else is left alone",
    before: `
import { readFileSync } from "node:fs";
function readFile(): string {
  return "mine";
}
export async function page(): Promise<string> {
  return readFile() + readFileSync("page.html", "utf8");
}`,
    after: `
import { readFile as readFileAsync } from "node:fs/promises";
function readFile(): string {
  return "mine";
}
export async function page(): Promise<string> {
  return readFile() + await readFileAsync("page.html", "utf8");
}`,
  },
  {
    name: "a callback's function is promisified",
    before: `
import { pbkdf2Sync } from "node:crypto";
export async function hash(password: string): Promise<string> {
  return pbkdf2Sync(password, "salt", 100_000, 32, "sha256").toString("hex");
}`,
    after: `
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
export async function hash(password: string): Promise<string> {
  return (await promisify(pbkdf2)(password, "salt", 100_000, 32, "sha256")).toString("hex");
}`,
  },
  {
    name: "comments and layout stay as they are",
    before: `
import { readFileSync } from "node:fs"; // the disk
export async function page(): Promise<string> {
  // Why this file
  const text = readFileSync(
    "page.html", // the page
    { encoding: "utf8" },
  ); /* read */
  return text;
}`,
    after: `
import { readFile } from "node:fs/promises"; // the disk
export async function page(): Promise<string> {
  // Why this file
  const text = await readFile(
    "page.html", // the page
    { encoding: "utf8" },
  ); /* read */
  return text;
}`,
  },
  {
    name: "what may be missing is undefined where it was",
    before: `
import { statSync } from "node:fs";
export async function size(name: string): Promise<number> {
  return statSync(name, { throwIfNoEntry: false })?.size ?? 0;
}`,
    after: `
import { stat } from "node:fs/promises";
export async function size(name: string): Promise<number> {
  return (await stat(name).catch((error) => { if (error.code === "ENOENT") return undefined; throw error; }))?.size ?? 0;
}`,
  },
  {
    name: "whether something exists is asked, and a failure is the answer",
    before: `
import fs from "node:fs";
export async function page(name: string): Promise<boolean> {
  const isThere = fs.existsSync(name);
  return isThere && !fs.existsSync(\`\${name}.draft\`);
}`,
    after: `
import fs from "node:fs";
export async function page(name: string): Promise<boolean> {
  const isThere = await fs.promises.access(name).then(() => true, () => false);
  return isThere && !(await fs.promises.access(\`\${name}.draft\`).then(() => true, () => false));
}`,
  },
  {
    name: "a line that begins with a parenthesis does not go on from the one before",
    before: `
import fs from "node:fs"
export async function touch(): Promise<void> {
  const path = "file"
  fs.readFileSync(path).fill(0)
}`,
    after: `
import fs from "node:fs"
export async function touch(): Promise<void> {
  const path = "file"
  ;(await fs.promises.readFile(path)).fill(0)
}`,
  },
];

const TEXTS: readonly Example[] = [
  {
    name: "the text that a command prints is in the result",
    before: `
import { execFileSync, execSync } from "node:child_process";
export async function commit(directory: string): Promise<string> {
  execSync("git fetch", { cwd: directory });
  const branch = execFileSync("git", ["branch"], { encoding: "utf8" }).trim();
  return branch + execSync("git rev-parse HEAD").toString().trim();
}`,
    after: `
import { exec, execFile } from "node:child_process";
import { promisify } from "node:util";
export async function commit(directory: string): Promise<string> {
  await promisify(exec)("git fetch", { cwd: directory });
  const branch = (await promisify(execFile)("git", ["branch"], { encoding: "utf8" })).stdout.trim();
  return branch + (await promisify(exec)("git rev-parse HEAD")).stdout.trim();
}`,
  },
];

const SEVERAL: readonly Example[] = [
  {
    name: "what several calls need is imported once",
    before: `
import { existsSync, readFileSync, statSync } from "node:fs";
export async function page(name: string): Promise<string> {
  if (!existsSync(name)) return "";
  const { size } = statSync(name);
  return readFileSync(name, "utf8") + readFileSync(name, "utf8") + String(size);
}`,
    after: `
import { access, stat, readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) return "";
  const { size } = await stat(name);
  return await readFile(name, "utf8") + await readFile(name, "utf8") + String(size);
}`,
  },
  {
    name: "a call among the arguments of another",
    before: `
import { readFileSync, realpathSync } from "node:fs";
import { pbkdf2Sync, randomUUID } from "node:crypto";
export async function hash(name: string): Promise<Buffer> {
  return pbkdf2Sync(readFileSync(realpathSync(name)), randomUUID(), 1000, 32, "sha256");
}`,
    after: `
import { readFile, realpath } from "node:fs/promises";
import { randomUUID, pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
export async function hash(name: string): Promise<Buffer> {
  return await promisify(pbkdf2)(await readFile(await realpath(name)), randomUUID(), 1000, 32, "sha256");
}`,
  },
];

const REFUSED: readonly { readonly name: string; readonly code: string; readonly reason: string }[] = [
  {
    name: "in a function that is not asynchronous",
    code: `
import { readFileSync } from "node:fs";
export function page(): string {
  return readFileSync("page.html", "utf8");
}`,
    reason: "The function page is not asynchronous.",
  },
  {
    name: "in a callback inside an asynchronous function",
    code: `
import { statSync } from "node:fs";
export async function sizes(names: string[]): Promise<number[]> {
  return names.map((name) => statSync(name).size);
}`,
    reason: "The function around it is not asynchronous.",
  },
  {
    name: "in a parameter's default value",
    code: `
import { readFileSync } from "node:fs";
export async function page(text = readFileSync("page.html", "utf8")): Promise<string> {
  return text;
}`,
    reason: "A parameter's default value cannot await.",
  },
  {
    name: "in a constructor",
    code: `
import { readFileSync } from "node:fs";
export class Page {
  readonly text: string;
  constructor() {
    this.text = readFileSync("page.html", "utf8");
  }
}`,
    reason: "A constructor is not asynchronous.",
  },
  {
    name: "where the twin gives something else",
    code: `
import { execSync } from "node:child_process";
export async function commit(): Promise<string> {
  return execSync("git rev-parse HEAD", { stdio: "inherit" }).toString();
}`,
    reason:
      "The asynchronous form differs: The result differs: it resolves to { stdout, stderr } and rejects when the command fails; there is no status.",
  },
  {
    name: "where a failure's status is read",
    code: `
import { execSync } from "node:child_process";
export async function exists(): Promise<boolean> {
  try {
    execSync("which git");
    return true;
  } catch (error) {
    return (error as { status: number }).status !== 1;
  }
}`,
    reason:
      "The asynchronous form differs: The result differs: it resolves to { stdout, stderr } and rejects when the command fails; there is no status.",
  },
  {
    name: "with an option that the twin does not know",
    code: `
import { statSync } from "node:fs";
export async function size(name: string): Promise<bigint> {
  return statSync(name, { throwIfNoEntry: false, bigint: true })?.size ?? 0n;
}`,
    reason: "The asynchronous form knows no option throwIfNoEntry.",
  },
  {
    name: "with a file descriptor",
    code: `
import { readFileSync } from "node:fs";
export async function input(file: number): Promise<string> {
  return readFileSync(file, "utf8");
}`,
    reason: "The asynchronous form takes no file descriptor.",
  },
  {
    name: "where the function is called through a value that holds it",
    code: `
import fs from "node:fs";
const files = { read: fs.readFileSync };
export async function page(): Promise<string> {
  return files.read("page.html", "utf8");
}`,
    reason: "The function is called under another name, or through a value that holds it.",
  },
];

const TAGGED: readonly Example[] = [
  {
    name: "a variable's comment stands above its statement",
    before: `
import { readFileSync } from "node:fs";
namespace pages {
  export const page = (): string => readFileSync("page.html", "utf8");
}`,
    after: `
import { readFileSync } from "node:fs";
namespace pages {
  /** @startup */
  export const page = (): string => readFileSync("page.html", "utf8");
}`,
  },
  {
    name: "a comment that is there goes on",
    before: `
import { readFileSync } from "node:fs";
export class Pages {
  /** The first one. */
  first(): string {
    return readFileSync("page.html", "utf8");
  }
}`,
    after: `
import { readFileSync } from "node:fs";
export class Pages {
  /** The first one. @startup */
  first(): string {
    return readFileSync("page.html", "utf8");
  }
}`,
  },
  {
    name: "a callback's comment stands in front of it",
    before: `
import { readFileSync } from "node:fs";
process.on("SIGHUP", () => readFileSync("page.html", "utf8"));`,
    after: `
import { readFileSync } from "node:fs";
process.on("SIGHUP", /** @startup */ () => readFileSync("page.html", "utf8"));`,
  },
];

describe("tags", function () {
  this.timeout(120_000);

  for (const { name, before, after } of TAGGED) {
    it(name, () => {
      const { project, findings } = open(before);
      const [finding, ...others] = findings;
      assert.ok(finding && others.length === 0);
      const fix = tagFix(project, finding, "startup");
      assert.ok(!isRefusal(fix));
      assert.equal(applyEdits(before, fix.files[0]?.edits ?? []), after);
      assert.deepEqual(
        open(after).findings.map(({ context }) => context),
        ["startup"],
      );
    });
  }
});

describe("local fixes", function () {
  this.timeout(120_000);

  for (const { name, before, after } of AWAITED) {
    it(name, () => {
      assert.equal(fixed(before), after);
      assert.equal(fixedAtOnce(before), after, "all findings together");
      assert.deepEqual(typeErrors(after), []);
      assert.equal(fixed(after), after, "a second time, nothing changes");
    });
  }

  for (const { name, before, after } of [...SEVERAL, ...TEXTS]) {
    it(name, () => {
      assert.equal(fixedAtOnce(before), after);
      assert.deepEqual(typeErrors(after), []);
    });
  }

  for (const { name, code, reason } of REFUSED) {
    it(`are refused ${name}`, () => {
      const { project, findings } = open(code);
      assert.deepEqual(
        findings.map((finding) => fixOf(project, finding, "local")),
        [{ reason }],
      );
    });
  }
});

const NAME = "page.ts";

function open(text: string): Opened {
  return openFiles({ [NAME]: text });
}

function typeErrors(text: string): readonly string[] {
  return typeErrorsIn({ [NAME]: text });
}

/** With every fix that there is, the last finding first. */
function fixed(before: string): string {
  let text = before;
  for (let index = open(before).findings.length - 1; index >= 0; index--) {
    const { project, findings } = open(text);
    const finding = findings[index];
    const fix = finding && fixOf(project, finding, "local");
    if (!fix || isRefusal(fix)) continue;
    assert.deepEqual(
      fix.files.map(({ file }) => file),
      [`/project/${NAME}`],
    );
    text = applyEdits(text, fix.files[0]?.edits ?? []);
  }
  return text;
}

function fixedAtOnce(before: string): string {
  const { project, findings } = open(before);
  const { files } = fixAll(project, findings, "local");
  return applyEdits(
    before,
    files.flatMap(({ edits }) => edits),
  );
}
