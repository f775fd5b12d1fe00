/** A fixture for every reason for which a fix is refused: those that no other suite has, and the proof that none lacks one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { type FixLevel, fixOf, isRefusal, type Rewrite, tagFix } from "@loopguard/engine";

import { rewriterOfText } from "@loopguard/engine/typescript";

import { type Files, open } from "./fixing.js";
import { reasonsInEngine, reasonsInTests } from "./refusals.js";
import { TWINS_FILE } from "./twins/twins-file.js";

interface Refused {
  readonly level: FixLevel;
  /** TypeScript, unless `file` says otherwise. */
  readonly code: string;
  /** With `@` for the file's own name. */
  readonly reason: string;
  readonly file?: string;
  /** What lies beside. */
  readonly beside?: Files;
}

/** In an asynchronous handler. */
function handler(body: string, module = ""): string {
  return `import { createServer } from "node:http";
${module}
createServer(async (request, response) => {
${body}
}).listen(8080);
`;
}

/** A helper that reads, and somebody who calls it. */
function helper(declaration: string, use = "page();"): string {
  return `import { readFileSync } from "node:fs";
import { createServer } from "node:http";
${declaration}
createServer(async () => { ${use} }).listen(8080);
`;
}

const FS = `import { readFileSync, spawnSync, statSync } from "node:fs";`.replace("spawnSync, ", "");
const SPAWN = `import { spawnSync } from "node:child_process";`;
const MARKED = `import { marked } from "marked";`;
const YAML = `import { dump } from "js-yaml";`;

const REFUSED: readonly Refused[] = [
  // ── Where nobody can wait ──
  {
    level: "local",
    code: handler(`class Page { text = readFileSync("a", "utf8"); }\nresponse.end(new Page().text);`, FS),
    reason: "A class's fields and static blocks cannot await.",
  },
  {
    level: "local",
    code: handler(
      `class Page { @log(readFileSync("a", "utf8")) show() {} }\nnew Page().show();`,
      `${FS}\nconst log = (text: string) => (): void => console.log(text);`,
    ),
    reason: "A decorator cannot await.",
  },
  {
    level: "local",
    code: `${FS}\nexport const text = readFileSync("a", "utf8");\n`,
    reason: "A module's top level runs while the process starts.",
  },
  {
    level: "transitive",
    code: `${FS}\nexport const text = readFileSync("b", "utf8");\n`,
    reason: "The call is made at a module's top level.",
  },
  {
    level: "transitive",
    code: helper(
      `const page = (): string => readFileSync("a", "utf8");\nconst log = (text: string) => (): void => console.log(text);`,
      `class Page { @log(page()) show() {} }\nnew Page().show();`,
    ),
    reason: "The call in @:5 decorates, and cannot wait.",
  },
  {
    level: "transitive",
    code: helper(
      `const pages = { page(): string { return readFileSync("a", "utf8"); } };`,
      `const some = process.argv.length > 2 ? pages : undefined; console.log(some?.page().length);`,
    ),
    reason: "The call in @:4 is part of an optional chain.",
  },
  {
    level: "transitive",
    code: helper(`const pages = [(): string => readFileSync("a", "utf8")];`, "pages[0]?.();"),
    reason: "The function in @:3 is used as a value, and who calls it does not wait.",
  },

  // ── What the twin needs ──
  {
    level: "local",
    code: handler(`response.end(marked.parse(String(request.url)));`, MARKED),
    reason: "marked.marked.parse has no asynchronous form: it belongs on another thread.",
  },
  {
    level: "local",
    code: handler(`response.end(fs?.readFileSync("a"));`, `import * as fs from "node:fs";`),
    reason: "The call is part of an optional chain.",
  },
  {
    level: "local",
    code: handler(`bcrypt.hash("a", 10, (error, hash) => response.end(hash));`, `import bcrypt from "bcryptjs";`),
    reason: "It is called with a callback.",
  },
  {
    level: "local",
    code: handler(`response.end(String(argon2.compareSync("a", "b")));`, `import argon2 from "bcryptjs";`),
    reason: "bcrypt is no dependency of this package.",
  },
  {
    level: "local",
    code: handler(`rimrafSync("a");`, `import { rimrafSync } from "rimraf";`),
    reason: "rimraf's rimraf gives a promise from version 4 only.",
  },
  {
    level: "local",
    code: handler(`response.end(diffieHellman({} as never));`, `import { diffieHellman } from "node:crypto";`),
    reason: "Await crypto.diffieHellman",
  },
  {
    level: "local",
    code: handler(`copySync("a", "b");`, `import { copySync } from "fs-extra";`),
    reason: "The installed types do not know fs-extra's copy.",
  },
  {
    level: "local",
    code: handler(`moveSync("a", "b");`, `import { moveSync } from "fs-extra";`),
    reason: "As it is installed, fs-extra's move gives no promise.",
  },
  {
    level: "local",
    code: handler(`response.end(globSync("*").join());`, `import { globSync } from "node:fs";`),
    reason: "Array.fromAsync is not in the library that the project asks for.",
  },
  {
    level: "local",
    code: handler(`response.end(String(statSync("a", options)));`, `${FS}\nconst options = { bigint: true };`),
    reason: "It is not certain which options are passed.",
  },
  {
    level: "local",
    code: handler(`const result = spawnSync("a");\nresponse.end(String(result.pid));`, SPAWN),
    reason: "The asynchronous form has no pid.",
  },
  {
    level: "local",
    code: handler(
      `response.end(String(spawnSync("a", []).status));\nfunction spawnAsync(): void {}\nfunction spawnBytesAsync(): void {}`,
      SPAWN,
    ),
    reason: "The file uses the name spawnAsync for something else.",
  },
  {
    level: "local",
    code: handler(`response.end(String(spawnSync(...command).status));`, `${SPAWN}\nconst command: [string] = ["a"];`),
    reason: "Its arguments are not known.",
  },
  {
    level: "local",
    code: handler(`response.end(String(spawnSync("a", [], { encoding: "latin1" }).status));`, SPAWN),
    reason: "It is not certain which encoding is used.",
  },
  {
    level: "local",
    code: handler(
      `const readFile = 1, readFileAsync = 2;\nresponse.end(readFileSync(String(readFile + readFileAsync)));`,
      FS,
    ),
    reason: "The file uses the name readFile for something else.",
  },

  // ── Set-up that goes up ──
  {
    level: "local",
    file: "cjs/late.js",
    code: `const http = require("http");\nhttp.createServer((request, response) => {\n  response.end(require("./other").text);\n}).listen(8080);\n`,
    reason: "A module of the project may be required late because of a cycle.",
    beside: { "cjs/other.js": `exports.text = "other";\n` },
  },
  {
    level: "local",
    code: handler(
      `const validate = ajv.compile({ type: "object" });\nvalidate.errors = null;\nresponse.end(String(validate(request.url)));`,
      `import { Ajv } from "ajv";\nconst ajv = new Ajv();`,
    ),
    reason: "validate.errors is set here.",
  },
  {
    level: "local",
    code: handler(
      `const names = [validator, validator2, validator3, validator4, validator5, validator6, validator7, validator8, validator9];
response.end(String(ajv.compile({ type: "object" })(names)));`,
      `import { Ajv } from "ajv";\nconst ajv = new Ajv();\nconst ${["", 2, 3, 4, 5, 6, 7, 8, 9].map((count) => `validator${String(count)} = 1`).join(", ")};`,
    ),
    reason: "The file has many things by the name of validator.",
  },

  // ── Functions and whoever calls them ──
  {
    level: "transitive",
    code: `${FS}\nexport default function (): string {\n  return readFileSync("a", "utf8");\n}\n`,
    reason: "The function around it has no name to find its callers by.",
  },
  {
    level: "transitive",
    code: helper(
      'class Pages {\n  ""(): string {\n    return readFileSync("a", "utf8");\n  }\n}\nconst pages = new Pages();',
      'pages[""]();',
    ),
    reason: "It has no name to find its callers by.",
  },
  {
    level: "transitive",
    file: "pages.js",
    code: `const { readFileSync } = require("fs");\n.exports = function page() {\n  return readFileSync("a", "utf8");\n};\n`,
    reason: "exports is declared in a way that is not followed.",
  },
  {
    level: "transitive",
    code: helper(
      `const seen = (target: object, name: string): void => console.log(target, name);
class Pages { @seen page(): string { return readFileSync("a", "utf8"); } }`,
      "new Pages().page();",
    ),
    reason: "The function page is decorated: who calls it is not certain.",
  },
  {
    level: "transitive",
    code: helper(
      `type Load = () => string;
interface Loader { load: Load }
class Files implements Loader { load(): string { return readFileSync("a", "utf8"); } }`,
      "new Files().load();",
    ),
    reason: "What is declared in @:4 would have to be asynchronous as well.",
  },
  {
    level: "transitive",
    code: helper(
      `const name = "page";\nconst pages = { [name](): string { return readFileSync("a", "utf8"); } };`,
      `pages.page();`,
    ),
    reason: "[name] is a computed name.",
  },
  {
    level: "transitive",
    code: helper(`function page(): string { return readFileSync("a", "utf8"); }`, ""),
    reason: "Nothing that was read calls page: whoever does would have to wait for it.",
  },
  {
    level: "transitive",
    code: helper(
      `class Names extends Array<string> { override join(): string { return readFileSync("a", "utf8"); } }`,
      "new Names().join();",
    ),
    reason: "join is declared by a library, which does not wait for it.",
  },
  {
    level: "transitive",
    file: "cjs/whole.cts",
    code: `import fs = require("node:fs");\nfunction whole(): string {\n  return fs.readFileSync("a", "utf8");\n}\nexport = whole;\n`,
    reason: "The module in whole.cts:5 is the function itself.",
  },
  {
    level: "transitive",
    code: helper(
      `const isPage = (page: unknown): page is string => page === readFileSync("a", "utf8");`,
      "console.log(isPage(1));",
    ),
    reason: "It tells the compiler what its argument is.",
  },
  {
    level: "transitive",
    code: helper(`function fail(): never { throw new Error(readFileSync("a", "utf8")); }`, "fail();"),
    reason: "It never returns.",
  },
  {
    level: "transitive",
    code: helper(
      `interface Later { then(use: (text: string) => void): void }
const later = (): Later => { const text = readFileSync("a", "utf8"); return { then: (use) => use(text) }; };`,
      "later().then(console.log);",
    ),
    reason: "What it returns is waited for by itself, and would be twice.",
  },
  {
    level: "transitive",
    code: helper(
      Array.from({ length: 202 }, (_, index) =>
        index === 0
          ? `function page0(): string { return readFileSync("a", "utf8"); }`
          : `function page${String(index)}(): string { return page${String(index - 1)}(); }`,
      ).join("\n"),
      "page201();",
    ),
    reason: "More than 200 functions would have to wait for it.",
  },

  // ── Threads ──
  {
    level: "offload",
    code: handler(`process.loadEnvFile();`),
    reason: "It is no work that another thread could do.",
  },
  {
    level: "offload",
    code: handler(
      `response.end(String(database.getBinary("a")));`,
      `import { open } from "lmdb";\nconst database = open({ path: "a" });`,
    ),
    reason: "lmdb.Database.getBinary works on what this thread holds open, which no worker shares.",
  },
  {
    level: "offload",
    code: handler(
      `const bytes: Buffer | string = request.url === "a" ? Buffer.from("a") : "a";\nresponse.end(dump({ bytes: bytes as Buffer | string }));`,
      YAML,
    ),
    reason: "bytes as Buffer | string may be a Buffer, which arrives as a Uint8Array.",
  },
  {
    level: "offload",
    code: handler(`const text = Promise.resolve("a");\nresponse.end(dump({ text }));`, YAML),
    reason: "text is a promise, which cannot be cloned.",
  },
  {
    level: "offload",
    code: handler(
      `const page: Page = { show: () => request.url ?? "" };\nresponse.end(dump(page));`,
      `${YAML}\ninterface Page { show(): string }`,
    ),
    reason: "page is an instance of Page with the method show, which cannot be cloned.",
  },
  {
    level: "offload",
    code: handler(`response.end(dump("a" as Title));`, `${YAML}\ntype Title = "a" | "b";`),
    reason: "The type Title would be needed in another file, and is not exported.",
  },
  {
    level: "offload",
    code: handler(
      `response.end(dump([String(request.url), worker, workerFile, poolWorker].join()));`,
      `${YAML}\nconst [worker, workerFile, poolWorker] = ["a", "b", "c"];`,
    ),
    file: "pool/named.ts",
    reason: "The file uses the name worker for something else.",
  },
  {
    level: "offload",
    code: handler(`response.end(marked?.parse("a"));`, MARKED),
    reason: "The call is part of an optional chain.",
  },
  {
    level: "offload",
    code: handler(`response.end(marked.parse("a"));`, `import { marked } from "./own-marked.js";`),
    reason: "marked comes from a module of the project, which would be loaded once more on each thread.",
    beside: { "own-marked.ts": `export { marked } from "marked";\n` },
  },
  {
    level: "offload",
    code: handler(`const parse = marked.parse;\nresponse.end(parse(String(request.url)));`, MARKED),
    reason: "parse is a function of this thread, which cannot be cloned.",
  },
  {
    level: "offload",
    code: handler(
      `try { response.end(dump(String(request.url))); } catch ({ message }: any) { response.end(message); }`,
      YAML,
    ),
    reason: "The failure is taken apart in @:4.",
  },
  {
    level: "offload",
    file: "pool/taken.ts",
    code: handler(`response.end(dump(String(request.url), OPTIONS));`, `${YAML}\nconst OPTIONS = { indent: 2 };`),
    reason: "The worker file has another OPTIONS already.",
    beside: { "pool/taken.worker.ts": `export const OPTIONS = { indent: 4 };\n` },
  },
  {
    level: "offload",
    file: "nowhere.ts",
    code: handler(`response.end(dump(String(request.url)));`, YAML),
    reason: "There is no package.json to add the pool's package to.",
  },

  // ── Turns ──
  {
    level: "yield",
    code: handler(`response.end(readFileSync("a"));`, FS),
    reason: "fs.readFileSync has an asynchronous form, which lets others run.",
  },
  {
    level: "yield",
    code: handler(`response.end(marked.parse(String(request.url)));`, MARKED),
    reason: "marked.marked.parse is no loop that could let others run in between.",
  },
  {
    level: "yield",
    code: handler(
      `const { count } = (await json(request)) as { count: number };\nresponse.end(String(fib(count)));`,
      "import { json } from 'node:stream/consumers';\nfunction fib(count: number): number {\n  return count < 2 ? count : fib(count - 1) + fib(count - 2);\n}",
    ),
    reason: "There is no loop around it in this function.",
  },
  {
    level: "yield",
    code: handler(
      `let sum = 0;\nfor (let count = 0; count < 5_000_000; count++) sum += step101(count);\nresponse.end(String(sum));`,
      Array.from({ length: 102 }, (_, index) =>
        index === 0
          ? `function step0(count: number): number { return count; }`
          : `function step${String(index)}(count: number): number { return step${String(index - 1)}(count); }`,
      ).join("\n"),
    ),
    reason: "The loop calls more than 100 functions.",
  },
];

/** Packages, as far as the fixtures use them. */
const INSTALLED: Files = {
  "node_modules/marked/package.json": JSON.stringify({ name: "marked", types: "index.d.ts" }),
  "node_modules/marked/index.d.ts": `export declare const marked: { parse(text: string): string };`,
  "node_modules/js-yaml/package.json": JSON.stringify({ name: "js-yaml", types: "index.d.ts" }),
  "node_modules/js-yaml/index.d.ts": `export function dump(value: unknown, options?: { indent?: number }): string;`,
  "node_modules/fs-extra/package.json": JSON.stringify({ name: "fs-extra", types: "index.d.ts" }),
  "node_modules/fs-extra/index.d.ts": `
export function copySync(from: string, to: string): void;
export function moveSync(from: string, to: string): void;
export function move(from: string, to: string): void;`,
};

/** What the types ask for, and no project can have. */
const UNREACHABLE: readonly string[] = [
  "imports.ts: Two changes would be made to the same import.",
  "result-type.ts: What it returns is not known.",
];

/** Requests that come too late, when the code has changed, or that belong to something else. */
const PLACES = `import { readFileSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
export const atTop = readFileSync("a", "utf8");
export interface Loader { load(name: string); text: string }
export async function page(): Promise<unknown> {
  const text = readFileSync("a", "utf8");
  return [text, spawnSync("a", [], { encoding: "utf8" }).stdout, spawnSync("a").stdout];
}
`;

/** The first place that reads so. */
function spanOf(text: string): Span {
  const start = PLACES.indexOf(text);
  return { start, end: start + text.length };
}

type Span = Extract<Rewrite, { rewrite: "hoist" }>["call"];

const REQUESTS: readonly { readonly rewrites: readonly Rewrite[]; readonly reason: string }[] = [
  { rewrites: [hoisted("text")], reason: "It is no call that can be moved." },
  { rewrites: [hoisted(`readFileSync("a", "utf8")`)], reason: "It is at module scope already." },
  {
    rewrites: [{ rewrite: "await-call", call: spanOf("text") }],
    reason: "It is no call that can be awaited.",
  },
  {
    rewrites: [{ rewrite: "await-call", call: spanOf(`spawnSync("a")`), isGathered: true }],
    reason: "It is no call of an array's method.",
  },
  { rewrites: [{ rewrite: "make-asynchronous", function: spanOf("page") }], reason: "The function has moved." },
  { rewrites: [{ rewrite: "make-asynchronous", function: spanOf("text: string") }], reason: "It is no function." },
  {
    rewrites: [{ rewrite: "promise-result", declaration: spanOf("load(name: string);") }],
    reason: "What is declared in places.ts:4 does not say what it returns.",
  },
  {
    rewrites: [{ rewrite: "yield-in-loop", within: spanOf("text"), rounds: { ofWork: 1, ofLoop: 1 } }],
    reason: "There is no loop around it in this function.",
  },
];

function hoisted(text: string): Rewrite {
  return { rewrite: "hoist", call: spanOf(text), builds: "a text" };
}

describe("refusals", function () {
  this.timeout(120_000);
  let opened: ReturnType<typeof open>;

  before(() => {
    const files: Record<string, string> = {
      "package.json": JSON.stringify({ type: "module" }),
      "pool/package.json": JSON.stringify({ type: "module", private: true }),
      "cjs/package.json": JSON.stringify({ private: true }),
      ...INSTALLED,
    };
    for (const [index, { code, beside = {} }] of REFUSED.entries()) {
      Object.assign(files, { [nameOf(index)]: code }, beside);
    }
    opened = open({ ...files, "places.ts": PLACES });
  });

  for (const [index, { level, reason }] of REFUSED.entries()) {
    it(`${level}: ${reason}`, () => {
      const { project, findings } = opened;
      const all = findings.filter(({ location }) => location.file === `/project/${nameOf(index)}`);
      const onLoop = all.filter(({ context }) => context === "loop");
      const own = onLoop.length > 0 ? onLoop : all;
      const answers = own
        .map((finding) => fixOf(project, finding, level))
        .map((fix) => (isRefusal(fix) ? fix.reason : fix.title));
      assert.deepEqual([...new Set(answers)], [reason.replaceAll("@", nameOf(index))]);
    });
  }

  for (const { rewrites, reason } of REQUESTS) {
    it(`of what is not there: ${reason}`, () => {
      const { rewriter } = opened.project;
      assert.deepEqual(rewriter?.rewrite([{ file: "/project/places.ts", rewrites }]), [{ is: "refused", reason }]);
    });
  }

  it("of files that are not there", () => {
    const { rewriter } = opened.project;
    const file = "/project/absent.ts";
    assert.deepEqual(rewriter?.rewrite([{ file, rewrites: [] }]), [
      { is: "refused", reason: "The file is not part of the program." },
    ]);
    const question = { function: { file, start: 0, end: 1, nameOffset: 0 }, indifferent: [], registrations: [] };
    const chosen = { isAwaited: false, isIgnored: false, mayChangeOffer: false, isReading: false };
    assert.deepEqual(rewriter.asynchronousForms([{ ...question, ...chosen }]), [
      { is: "refused", reason: "The function's callers are not known." },
    ]);
  });

  it("of changes that cannot be made together", () => {
    const { project } = opened;
    const call = spanOf(`spawnSync("a")`);
    const twice = ["a text", "a page"].map((builds): Rewrite => ({ rewrite: "hoist", call, builds }));
    assert.deepEqual(project.rewriter?.rewrite([{ file: "/project/places.ts", rewrites: twice }]), [
      { is: "refused", reason: "Two changes would be made to the same text: fix one call after the other." },
    ]);
  });

  it("of a tag where no function is", () => {
    const finding = opened.findings.find(
      ({ location, context }) => location.file === "/project/places.ts" && context === "startup",
    );
    assert.ok(finding);
    assert.deepEqual(tagFix(opened.project, finding, "startup"), {
      reason: "There is no function around it that could be marked.",
    });
  });

  it("of what needs types, or more than one text", () => {
    const text = handler(
      `for (let count = 0; count < 5_000_000; count++) diffieHellman({} as never);`,
      `import { diffieHellman } from "node:crypto";`,
    );
    const rewriter = rewriterOfText("page.ts", text);
    const finding = opened.findings.find(({ twin }) => twin?.since === "23.11");
    assert.ok(finding);
    const [start] = [text.indexOf("diffieHellman({")];
    const call = { start, end: start + "diffieHellman({} as never)".length };
    const within = { ...finding, location: { ...finding.location, file: "page.ts", ...call } };
    assert.deepEqual(fixOf({ rewriter }, within, "local"), {
      reason: "node:crypto's diffieHellman is in Node from 23.11 only.",
    });
    const rounds = { ofWork: 1, ofLoop: 1 };
    assert.deepEqual(
      rewriter.rewrite([
        { file: "page.ts", rewrites: [{ rewrite: "hoist", call, builds: "a key" }] },
        { file: "page.ts", rewrites: [{ rewrite: "yield-in-loop", within: call, rounds }] },
      ]),
      [
        { is: "refused", reason: "What it needs is not known without types." },
        { is: "refused", reason: "What others can change meanwhile is not known without types." },
      ],
    );
    const offloadable = opened.findings.find(({ offload, kind }) => offload === true && kind === "cpu");
    assert.ok(offloadable);
    const moved = { ...offloadable, location: within.location };
    assert.deepEqual(fixOf({ rewriter }, moved, "offload"), { reason: "No other file can be written." });
    const refusal = { reason: "This source can only be read." };
    assert.deepEqual([fixOf({}, moved, "offload"), fixOf({}, within, "transitive")], [refusal, refusal]);
  });

  it("have a fixture each", () => {
    const fixtures = [
      ...REFUSED.map(({ reason }) => reason),
      ...REQUESTS.map(({ reason }) => reason),
      ...reasonsInTests(),
      ...refusalsInTwins(),
    ];
    const without = reasonsInEngine().filter(({ pattern }) => !fixtures.some((reason) => pattern.test(reason)));
    assert.deepEqual(without.map(({ shown }) => shown).toSorted(), UNREACHABLE);
  });
});

function nameOf(index: number): string {
  return REFUSED[index]?.file ?? `case${String(index)}.ts`;
}

/** Their table is a fixture, too. */
function refusalsInTwins(): readonly string[] {
  return [...readFileSync(TWINS_FILE, "utf8").matchAll(/`refused: (?<reason>[^`]*)`/gu)].map(
    ({ groups }) => groups?.["reason"] ?? "",
  );
}
