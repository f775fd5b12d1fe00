/** Fixes across functions, before and after: every caller waits, or the fix is refused with the reason. */
import assert from "node:assert/strict";

import { analyse, fixAll, fixOf, isRefusal, presets, selectFindings } from "@loopguard/engine";

import { edited, type Files, open, type Opened, typeErrors } from "./fixing.js";

interface Example {
  readonly name: string;
  readonly before: Files;
  /** The files that are changed. */
  readonly after: Files;
  readonly cautions?: readonly string[];
}

const SERVER = `
import { createServer } from "node:http";
import { page } from "./page.js";
createServer((request, response) => {
  response.end(page(request.url ?? ""));
}).listen(8080);`;

const WAITING_SERVER = SERVER.replace("(request, response) =>", "async (request, response) =>").replace(
  "page(request",
  "await page(request",
);

const PAGE = `
import { readFileSync } from "node:fs";
export function page(name: string): string {
  return readFileSync(name, "utf8");
}`;

const WAITING_PAGE = `
import { readFile } from "node:fs/promises";
export async function page(name: string): Promise<string> {
  return await readFile(name, "utf8");
}`;

const FIXED: Example[] = [
  {
    name: "callers in other files wait, under whatever name, and so do tests",
    before: {
      "page.ts": PAGE,
      "server.ts": SERVER,
      "all.ts": `export { page as render } from "./page.js";`,
      "pages.test.ts": `
import { test } from "node:test";
import { render } from "./all.js";
import * as all from "./all.js";
test("pages", () => {
  if (render("a").length > all.render("b").length) throw new Error("longer");
});`,
    },
    after: {
      "page.ts": WAITING_PAGE,
      "server.ts": WAITING_SERVER,
      "pages.test.ts": `
import { test } from "node:test";
import { render } from "./all.js";
import * as all from "./all.js";
test("pages", async () => {
  if ((await render("a")).length > (await all.render("b")).length) throw new Error("longer");
});`,
    },
  },
  {
    name: "a test in the middle of a condition waits, and lets nobody in",
    before: {
      "server.ts": `
import { pbkdf2Sync } from "node:crypto";
import { createServer } from "node:http";
const verify = (password: string): boolean =>
  pbkdf2Sync(password, "salt", 100_000, 32, "sha256").toString("hex") === "secret";
createServer((request, response) => {
  const user = request.headers.authorization;
  if (user && verify(user)) response.end("in");
  else response.end("out");
}).listen(8080);`,
    },
    after: {
      "server.ts": `
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { createServer } from "node:http";
const verify = async (password: string): Promise<boolean> =>
  (await promisify(pbkdf2)(password, "salt", 100_000, 32, "sha256")).toString("hex") === "secret";
createServer(async (request, response) => {
  const user = request.headers.authorization;
  if (user && await verify(user)) response.end("in");
  else response.end("out");
}).listen(8080);`,
    },
  },
  {
    name: "a member waits under the name that it is taken out by, and lets nobody in",
    before: {
      "auth.js": `
import { pbkdf2Sync } from "node:crypto";
export const auth = {
  verify(password) {
    return pbkdf2Sync(password, "salt", 100_000, 32, "sha256").toString("hex") === "secret";
  },
};`,
      "server.js": `
import { createServer } from "node:http";
import { auth } from "./auth.js";
const { verify } = auth;
export const mark = (thing) => { thing.verify = typeof thing.verify; };
createServer((request, response) => {
  const { verify: check } = auth;
  if (request.method === "POST" && verify(request.url)) return response.end("posted");
  response.end(auth.verify(request.url) || check(request.method) ? "yes" : "no");
}).listen(8080);`,
      // Types of neither are installed.
      "auth.test.js": `
import { expect, it } from "vitest";
import { auth } from "./auth.js";
it("lets nobody in", () => expect(auth.verify("wrong")).toBe(false));
beforeEach(() => { auth.verify("warm"); });`,
    },
    after: {
      "auth.js": `
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
export const auth = {
  async verify(password) {
    return (await promisify(pbkdf2)(password, "salt", 100_000, 32, "sha256")).toString("hex") === "secret";
  },
};`,
      "server.js": `
import { createServer } from "node:http";
import { auth } from "./auth.js";
const { verify } = auth;
export const mark = (thing) => { thing.verify = typeof thing.verify; };
createServer(async (request, response) => {
  const { verify: check } = auth;
  if (request.method === "POST" && await verify(request.url)) return response.end("posted");
  response.end(await auth.verify(request.url) || await check(request.method) ? "yes" : "no");
}).listen(8080);`,
      "auth.test.js": `
import { expect, it } from "vitest";
import { auth } from "./auth.js";
it("lets nobody in", async () => expect(await auth.verify("wrong")).toBe(false));
beforeEach(async () => { await auth.verify("warm"); });`,
    },
  },
  {
    name: "an interface changes with all its implementations, overrides and overloads",
    before: {
      "server.ts": `
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
interface Store {
  load(name: string): string;
}
class Files implements Store {
  load(name: string): string;
  load(name: string, encoding: "utf8"): string;
  load(name: string, encoding: "utf8" = "utf8"): string {
    return readFileSync(name, encoding);
  }
}
class Templates extends Files {
  override load(name: string): string {
    return super.load(name + ".html");
  }
}
const memory: Store = {
  load: (name) => name,
};
const stores: Store[] = [new Files(), new Templates(), memory];
createServer((request, response) => {
  for (const store of stores) response.write(store.load(request.url ?? "").trim());
  response.end();
}).listen(8080);`,
    },
    after: {
      "server.ts": `
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
interface Store {
  load(name: string): Promise<string>;
}
class Files implements Store {
  load(name: string): Promise<string>;
  load(name: string, encoding: "utf8"): Promise<string>;
  async load(name: string, encoding: "utf8" = "utf8"): Promise<string> {
    return await readFile(name, encoding);
  }
}
class Templates extends Files {
  override async load(name: string): Promise<string> {
    return await super.load(name + ".html");
  }
}
const memory: Store = {
  load: async (name) => name,
};
const stores: Store[] = [new Files(), new Templates(), memory];
createServer(async (request, response) => {
  for (const store of stores) response.write((await store.load(request.url ?? "")).trim());
  response.end();
}).listen(8080);`,
    },
  },
  {
    name: "a function that gives promises already is waited for already",
    before: {
      "server.ts": `
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
function load(name: string): Promise<string> {
  return Promise.resolve(readFileSync(name, "utf8"));
}
createServer(async (request, response) => {
  response.end(await load(request.url ?? ""));
}).listen(8080);`,
    },
    after: {
      "server.ts": `
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
async function load(name: string): Promise<string> {
  return Promise.resolve(await readFile(name, "utf8"));
}
createServer(async (request, response) => {
  response.end(await load(request.url ?? ""));
}).listen(8080);`,
    },
  },
  {
    name: "plain JavaScript, with what its comments say",
    before: {
      "page.cjs": `
const { readFileSync } = require("fs");
/**
 * @param {string} name
 * @returns {string}
 */
function page(name) {
  return readFileSync(name, "utf8");
}
module.exports = { page };`,
      "server.cjs": `
const http = require("http");
const pages = require("./page.cjs");
http.createServer(function (request, response) {
  response.end(pages.page(request.url).trim());
}).listen(8080);`,
    },
    after: {
      "page.cjs": `
const { readFile } = require("fs/promises");
/**
 * @param {string} name
 * @returns {Promise<string>}
 */
async function page(name) {
  return await readFile(name, "utf8");
}
module.exports = { page };`,
      "server.cjs": `
const http = require("http");
const pages = require("./page.cjs");
http.createServer(async function (request, response) {
  response.end((await pages.page(request.url)).trim());
}).listen(8080);`,
    },
  },
  {
    name: "a check that others can run in between gets a warning",
    before: {
      "page.ts": PAGE,
      "server.ts": `
import { createServer } from "node:http";
import { page } from "./page.js";
let seats = 10;
createServer((request, response) => {
  if (seats === 0) throw new Error("full");
  const text = page(request.url ?? "");
  seats--;
  response.end(text);
}).listen(8080);`,
    },
    after: {
      "page.ts": WAITING_PAGE,
      "server.ts": `
import { createServer } from "node:http";
import { page } from "./page.js";
let seats = 10;
createServer(async (request, response) => {
  if (seats === 0) throw new Error("full");
  const text = await page(request.url ?? "");
  seats--;
  response.end(text);
}).listen(8080);`,
    },
    cautions: [
      "seats is read before the new await in server.ts:7 and changed after it: other requests run in between.",
    ],
  },
];

/** A server that uses the page in some way, and why the page has to stay as it is. */
const IDIOMS: Example["before"] = {
  "server.ts": `
import { createServer } from "node:http";
import { execSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync, unlinkSync } from "node:fs";
const forget = (name: string): number => {
  if (!existsSync(name)) return 0;
  unlinkSync(name);
  return spawnSync("sync", [name]).stdout.length;
};
const log = (directory: string): string => {
  if (!existsSync(directory)) {
    mkdirSync(directory, { recursive: true });
  }
  if (!existsSync("notes")) mkdirSync("notes");
  const result = spawnSync("git", ["log", directory], { stdio: "pipe", encoding: "utf-8" });
  if (result.status !== 0 || result.error) return "";
  execSync("git fetch", { cwd: directory, stdio: "pipe" });
  return result.stdout.trim();
};
createServer(async (request, response) => {
  const names = ["a", "b"];
  const there = names.filter((name) => name !== "" && existsSync(name));
  const sizes = names.map((name) => statSync(name).size);
  response.end(log(".") + there.join() + sizes.join() + String(forget("a")));
}).listen(8080);`,
};

const spawning = (name: string, encoding: string, output: string): string => `
/** What spawnSync gives, while the event loop goes on. */
async function ${name}(
  command: string,
  args: readonly string[] = [],
  options: import("node:child_process").ExecFileOptions = {},
): Promise<{ status: number | null; signal: NodeJS.Signals | null; stdout: ${output}; stderr: ${output}; error?: Error }> {
  const running = promisify(execFile)(command, args, { ...options, encoding: "${encoding}" });
  running.child.stdin?.end();
  try {
    return { status: 0, signal: null, ...(await running) };
  } catch (error: any) {
    const { code, signal, killed, syscall, stdout, stderr } = error;
    const status = typeof code === "number" ? code : null;
    const hasFailed = status === null && (killed || !signal);
    const output = syscall === undefined ? { stdout, stderr } : { stdout: null, stderr: null };
    return { status, signal: signal ?? null, ...output, ...(hasFailed && { error }) };
  }
}`;

FIXED.push({
  name: "what several calls do together is done in another way",
  before: IDIOMS,
  after: {
    "server.ts": `
import { createServer } from "node:http";
import { execFile, exec } from "node:child_process";
import { promisify } from "node:util";
import { access, unlink, mkdir, stat } from "node:fs/promises";
const forget = async (name: string): Promise<number> => {
  if (!(await access(name).then(() => true, () => false))) return 0;
  await unlink(name);
  return (await spawnAsync("sync", [name])).stdout.length;
};
const log = async (directory: string): Promise<string> => {
  await mkdir(directory, { recursive: true });
  await mkdir("notes", { recursive: true });
  const result = await spawnTextAsync("git", ["log", directory], { encoding: "utf-8" });
  if (result.status !== 0 || result.error) return "";
  await promisify(exec)("git fetch", { cwd: directory });
  return result.stdout.trim();
};
createServer(async (request, response) => {
  const names = ["a", "b"];
  const there = (await Promise.all(names.map(async (name) => (name !== "" && await access(name).then(() => true, () => false) ? [name] : [])))).flat();
  const sizes = await Promise.all(names.map(async (name) => (await stat(name)).size));
  response.end(await log(".") + there.join() + sizes.join() + String(await forget("a")));
}).listen(8080);
${spawning("spawnAsync", "buffer", "Buffer")}
${spawning("spawnTextAsync", "utf8", "string")}`,
  },
  cautions: [
    "name is looked for in server.ts:6 and changed in server.ts:7: other requests run in between.",
    "What the command writes to its standard error no longer appears on that of the process, and its input stays open.",
  ],
});

const REFUSED: readonly { readonly name: string; readonly use: string; readonly reason: string | RegExp }[] = [
  {
    name: "in a constructor",
    use: "class Home { readonly text: string; constructor() { this.text = page('a'); } }\nnew Home();",
    reason: "A constructor cannot be asynchronous.",
  },
  {
    name: "in a getter",
    use: "export const home = { get text() { return page('a'); } };\nhome.text;",
    reason: "A getter cannot be asynchronous.",
  },
  {
    name: "in a member that the language itself calls",
    use: "class Home { toString() { return page('a'); } }\nexport const text = (home: Home) => `${home} ${home.toString()}`;",
    reason: "The language itself calls toString, and does not wait.",
  },
  {
    name: "in a generator",
    use: "function* pages() { yield page('a'); }\npages();",
    reason: "The function pages is a generator.",
  },
  {
    name: "in a class's field",
    use: "class Home { readonly text = page('a'); }\nnew Home();",
    reason: "The call in use.ts:3 is made for a class's field or static block, which cannot wait.",
  },
  {
    name: "in a parameter's default value",
    use: "export function home(text = page('a')) { return text; }",
    reason: "The call in use.ts:3 gives a parameter's default value, which cannot wait.",
  },
  {
    name: "at a module's top level",
    use: "export const text = page('a');",
    reason: "The call in use.ts:3 is made at a module's top level.",
  },
  {
    name: "in a comparator",
    use: "export const sorted = (names: string[]) => names.sort((a, b) => page(a).length - page(b).length);",
    reason: "names.sort in use.ts:3 does not wait for what its callback returns.",
  },
  {
    name: "as a predicate",
    use: "export const full = (names: string[]) => names.filter((name) => page(name));",
    reason: "names.filter in use.ts:3 does not wait for what its callback returns.",
  },
  {
    name: "as a value that is handed on",
    use: "export const all = (names: string[]) => names.map(page);",
    reason: "page is handed to names.map in use.ts:3, which does not wait for what it returns.",
  },
  {
    name: "in an event listener, whose emitter does not wait",
    use: "process.on('SIGHUP', () => page('a'));",
    reason: "process.on in use.ts:3 does not wait for what its callback returns.",
  },
  {
    name: "in a function that is given a callback, which an asynchronous one would not be",
    use: `
declare function parse(by: ((text: string) => Promise<string>) | ((text: string, done: (page: string) => void) => void)): void;
parse((text, done) => { done(page(text)); });`,
    reason: "parse in use.ts:5 does not wait for what its callback returns.",
  },
  {
    name: "in a test that calls back when it is done",
    use: "declare const it: any;\nit('reads', (done: any) => { done(page('a')); });",
    reason: "it in use.ts:4 does not wait for what its callback returns.",
  },
  {
    name: "as a value that is kept",
    use: "export const handlers = new Map([['a', page]]);",
    reason: "page is used as a value in use.ts:3: who calls it is not certain.",
  },
  {
    name: "by a name that is worked out",
    use: "import * as pages from './page.js';\nexport const call = () => pages['page']('a');",
    reason: /page' is used as a value in use\.ts:4/u,
  },
  {
    name: "through something whose type nobody knows",
    use: "export function call(thing: any): string { return thing.page('a'); }",
    reason: "thing.page in use.ts:3 could be it: its type is not known.",
  },
  {
    name: "through something whose type nobody knows, of which it is taken out",
    use: "export const call = ({ page }: any): string => page('a');",
    reason: "page in use.ts:3 could be it: its type is not known.",
  },
  {
    name: "as a value that is assigned to a variable",
    use: "const pages = { page };\nlet page2;\nexport const call = () => { ({ page: page2 } = pages); return page2('a'); };",
    reason: "page is used as a value in use.ts:5: who calls it is not certain.",
  },
  {
    name: "through an object whose members are taken by any name",
    use: "import * as pages from './page.js';\nexport const call = (name: keyof typeof pages) => pages[name]('a');",
    reason: "Members of pages are taken by any name in use.ts:4: it could be one.",
  },
  {
    name: "as one of all members of an object",
    use: "const pages = { page };\nexport const all = () => Object.values(pages).map((each) => each('a'));",
    reason: "Members of pages are taken by any name in use.ts:4: it could be one.",
  },
  {
    name: "where its type is spoken of",
    use: "export type Page = ReturnType<typeof page>;",
    reason: "page is used as a value in use.ts:3: who calls it is not certain.",
  },
];

describe("fixes across functions", function () {
  this.timeout(240_000);

  for (const { name, before, after, cautions = [] } of FIXED) {
    it(name, () => {
      const opened = open(before);
      const { files, refused, cautions: given } = fixAll(opened.project, shown(opened), "transitive");
      assert.deepEqual(refused, []);
      const fixed = edited(before, files);
      assert.deepEqual(fixed, { ...before, ...after });
      assert.deepEqual(given, cautions);
      assert.deepEqual(typeErrors(fixed), []);
      assert.deepEqual(shown(open(fixed)), [], "nothing is found any more, so that applying it again changes nothing");
    });
  }

  for (const { name, use, reason } of REFUSED) {
    it(`are refused ${name}`, () => {
      const opened = open({
        "page.ts": PAGE,
        "server.ts": SERVER,
        "use.ts": `\nimport { page } from "./page.js";\n${use}`,
      });
      const [finding] = shown(opened);
      assert.ok(finding);
      const fix = fixOf(opened.project, finding, "transitive");
      assert.ok(isRefusal(fix));
      if (typeof reason === "string") assert.equal(fix.reason, reason);
      else assert.match(fix.reason, reason);
    });
  }

  it("are refused where listeners would be added too late", () => {
    const opened = open({
      "page.ts": PAGE,
      "server.ts": `
import { createServer, type Server } from "node:http";
import { page } from "./page.js";
const heard = (server: Server): unknown => server.on("request", (request, response) => response.end());
export async function start(): Promise<void> {
  const server = createServer().listen(8080);
  console.log(page("welcome.txt"));
  heard(server);
}
setTimeout(() => start(), 1000);`,
    });
    const [finding] = shown(opened);
    assert.ok(finding);
    assert.deepEqual(fixOf(opened.project, finding, "transitive"), {
      reason: "server.ts:8 adds listeners afterwards: what is emitted meanwhile would be lost.",
    });
  });

  it("are refused where others install the package and call it", () => {
    const opened = open({
      "page.ts": PAGE,
      "server.ts": SERVER,
      "package.json": JSON.stringify({ name: "pages", type: "module", exports: "./dist/page.js" }),
    });
    const [finding] = shown(opened);
    assert.ok(finding);
    assert.deepEqual(fixOf(opened.project, finding, "transitive"), {
      reason: "page is part of what the package offers to others.",
    });
    const chosen = fixOf(opened.project, finding, "public");
    assert.ok(!isRefusal(chosen));
    assert.equal(
      chosen.title,
      "Await fs.promises.readFile, and make 2 functions asynchronous, which changes what the package offers",
    );
    assert.deepEqual(chosen.cautions, ["The package offers page to others, who will have to wait: a breaking change."]);
    assert.equal(edited({ "page.ts": PAGE }, chosen.files)["page.ts"], WAITING_PAGE);
  });

  it("are refused where the result would no longer be of the right type", () => {
    const opened = open({
      "pages.ts": `
import { readFileSync } from "node:fs";
export class Pages {
  page(name: string): string {
    return readFileSync(name, "utf8");
  }
}`,
      // What it declares reads the same before and after.
      "all-pages.ts": `
import { Pages } from "./pages.js";
export const pages = new Pages();`,
      "server.ts": `
import { createServer } from "node:http";
import { pages } from "./all-pages.js";
createServer((request, response) => response.end(pages.page(request.url ?? ""))).listen(8080);`,
      "renderer.ts": `
import { pages } from "./all-pages.js";
interface Renderer {
  page(name: string): string;
}
export const renderer: Renderer = pages;`,
    });
    const [finding] = shown(opened);
    assert.ok(finding);
    const fix = fixOf(opened.project, finding, "transitive");
    assert.ok(isRefusal(fix));
    assert.match(
      fix.reason,
      /^It would not type-check: Type 'Pages' is not assignable to type 'Renderer'.*\(renderer\.ts:6\)$/u,
    );
  });
});

function shown({ project }: Opened): ReturnType<typeof selectFindings> {
  return selectFindings(analyse(project), { ...presets.strict, confidence: "possible" });
}
