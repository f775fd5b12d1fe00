/** What several calls do together, done in another way: before and after, or left to be done call by call. */
import assert from "node:assert/strict";

import { fixAll } from "@loopguard/engine";

import { edited, type Files, open, typeErrors } from "./fixing.js";

interface Example {
  readonly name: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const CAUGHT = `.catch((error) => { if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined; throw error; })`;

const READ: readonly Example[] = [
  {
    name: "an early return, with the read's own constant",
    file: "early.ts",
    before: `
import { existsSync, readFileSync } from "node:fs";
export async function page(name: string): Promise<string> {
  // No such page
  if (!existsSync(name)) return "";
  const text = readFileSync(name, "utf8"); // all of it
  return text.trim();
}
`,
    after: `
import { readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  // No such page
  const text = await readFile(name, "utf8")${CAUGHT};
  if (text === undefined) return "";
  // all of it
  return text.trim();
}
`,
  },
  {
    name: "an early failure, and a read inside of other calls",
    file: "parsed.js",
    before: `
const fs = require('fs')
exports.settings = async function settings(where) {
  if (!fs.existsSync(where.file)) {
    throw new Error('not there')
  }
  return JSON.parse(fs.readFileSync(where.file).toString())
}
`,
    after: `
const fs = require('fs')
exports.settings = async function settings(where) {
  const content = await fs.promises.readFile(where.file)${CAUGHT}
  if (content === undefined) {
    throw new Error('not there')
  }
  return JSON.parse(content.toString())
}
`,
  },
  {
    name: "a branch with another one beside",
    file: "branch.ts",
    before: `
import { existsSync, readFileSync } from "fs";
export async function both(one: string, other: string): Promise<string> {
  let all = "";
  if (existsSync(one)) {
    const text = readFileSync(one, "utf8");
    all += text;
  } else {
    all += "none";
  }
  if (existsSync(other)) all += readFileSync(other, "utf8");
  return all;
}
`,
    after: `
import { readFile } from "fs/promises";
export async function both(one: string, other: string): Promise<string> {
  let all = "";
  const text = await readFile(one, "utf8")${CAUGHT};
  if (text !== undefined) {
    all += text;
  } else {
    all += "none";
  }
  const content = await readFile(other, "utf8")${CAUGHT};
  if (content !== undefined) all += content;
  return all;
}
`,
  },
  {
    name: "a choice",
    file: "choice.ts",
    before: `
import { existsSync, readFileSync } from "node:fs";
export async function notes(name: string): Promise<string | null> {
  return existsSync(name) ? readFileSync(name, "utf8") : null;
}
`,
    after: `
import { readFile } from "node:fs/promises";
export async function notes(name: string): Promise<string | null> {
  return await readFile(name, "utf8")${CAUGHT.replace("undefined", "null")};
}
`,
  },
  {
    name: "a read that is awaited already",
    file: "awaited.ts",
    before: `
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  if (!existsSync(name)) return "";
  const text = await readFile(name, "utf8");
  return text.trim();
}
`,
    after: `
import { readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  const text = await readFile(name, "utf8")${CAUGHT};
  if (text === undefined) return "";
  return text.trim();
}
`,
  },
];

/** Each call waits by itself. */
const APART: readonly Example[] = [
  {
    name: "another file is read",
    file: "other.ts",
    before: `
import { existsSync, readFileSync } from "node:fs";
export async function page(name: string): Promise<string> {
  if (!existsSync(name)) return "";
  return readFileSync(name + ".html", "utf8");
}
`,
    after: `
import { access, readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) return "";
  return await readFile(name + ".html", "utf8");
}
`,
  },
  {
    name: "something happens in between",
    file: "between.ts",
    before: `
import { existsSync, readFileSync } from "node:fs";
export async function page(name: string, refresh: (name: string) => void): Promise<string> {
  if (!existsSync(name)) return "";
  refresh(name);
  return readFileSync(name, "utf8");
}
`,
    after: `
import { access, readFile } from "node:fs/promises";
export async function page(name: string, refresh: (name: string) => void): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) return "";
  refresh(name);
  return await readFile(name, "utf8");
}
`,
  },
  {
    name: "the file is not always read",
    file: "sometimes.ts",
    before: `
import { existsSync, readFileSync } from "node:fs";
export async function page(name: string, isFull: boolean): Promise<string> {
  if (!existsSync(name)) return "";
  return isFull ? readFileSync(name, "utf8") : "short";
}
`,
    after: `
import { access, readFile } from "node:fs/promises";
export async function page(name: string, isFull: boolean): Promise<string> {
  if (!(await access(name).then(() => true, () => false))) return "";
  return isFull ? await readFile(name, "utf8") : "short";
}
`,
  },
];

/** Nobody can end them early. */
const PAUSES: readonly Example[] = [
  {
    name: "a pause is a timer's",
    file: "pause.ts",
    before: `
export async function retry(work: () => boolean, ms: number): Promise<void> {
  while (!work()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms * 2);
}
`,
    after: `
import { setTimeout } from "node:timers/promises";
export async function retry(work: () => boolean, ms: number): Promise<void> {
  while (!work()) await setTimeout(ms * 2);
}
`,
  },
  {
    name: "the file's own timers stay what they are",
    file: "timers.js",
    before: `
const { join } = require('path')
exports.start = async () => {
  setTimeout(() => join('a', 'b'), 10)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
}
`,
    after: `
const { join } = require('path')
const { setTimeout: setTimeoutAsync } = require('timers/promises')
exports.start = async () => {
  setTimeout(() => join('a', 'b'), 10)
  await setTimeoutAsync(50)
}
`,
  },
  {
    name: "what another thread may end is waited for",
    file: "shared.js",
    before: `
exports.wait = async (flag) => {
  if (Atomics.wait(flag, 0, 0, 50) === "timed-out") throw new Error("late");
};
`,
    after: `
exports.wait = async (flag) => {
  if (await Atomics.waitAsync(flag, 0, 0, 50).value === "timed-out") throw new Error("late");
};
`,
  },
];

describe("idioms", function () {
  this.timeout(120_000);
  const all = [...READ, ...APART, ...PAUSES];
  const sources: Files = Object.fromEntries(all.map(({ file, before }) => [file, before]));
  let fixed: Files;

  before(() => {
    const { project, findings } = open(sources);
    const { files, refused } = fixAll(project, findings, "local");
    assert.deepEqual(refused, []);
    fixed = edited(sources, files);
  });

  for (const { name, file, after } of READ) {
    it(`a question and a read are one: ${name}`, () => {
      assert.equal(fixed[file], after);
    });
  }

  for (const { name, file, after } of APART) {
    it(`a question and a read stay two where ${name}`, () => {
      assert.equal(fixed[file], after);
    });
  }

  for (const { name, file, after } of PAUSES) {
    it(name, () => {
      assert.equal(fixed[file], after);
    });
  }

  it("have the right types, and leave nothing to fix", () => {
    assert.deepEqual(typeErrors(fixed), []);
    assert.deepEqual(open(fixed).findings, []);
  });
});
