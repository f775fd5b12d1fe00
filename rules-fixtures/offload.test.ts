/** Work that moves to a worker pool, before and after; or the reason why it stays. */
import assert from "node:assert/strict";
import path from "node:path";

import { type CombinedFix, fixAll, fixOf } from "@loopguard/engine";

import { INSTALLED } from "./check-fixtures.js";
import { edited, type Files, open, typeErrors } from "./fixing.js";
import type { Mount } from "./memory-host.js";

/** The packages of the examples, as they are installed here. */
const PACKAGES: readonly Mount[] = ["marked", "piscina"].map((name) => {
  return { at: `${INSTALLED.at}/${name}`, from: path.join(INSTALLED.from, name) };
});

/** The rest of them, as far as the examples use them. */
const DECLARED: Files = {
  "node_modules/markdown-it/package.json": JSON.stringify({ name: "markdown-it", types: "index.d.ts" }),
  "node_modules/markdown-it/index.d.ts": `
declare class MarkdownIt {
  constructor(options?: { html?: boolean; highlight?: (code: string) => string });
  use(plugin: (md: MarkdownIt) => void): this;
  render(source: string, environment?: object): string;
}
export = MarkdownIt;`,
  "node_modules/highlight.js/package.json": JSON.stringify({ name: "highlight.js", types: "index.d.ts" }),
  "node_modules/highlight.js/index.d.ts": `
export function registerLanguage(name: string, language: () => object): void;
export function highlightAuto(code: string): { value: string };`,
  "node_modules/lodash/package.json": JSON.stringify({ name: "lodash", types: "index.d.ts" }),
  "node_modules/lodash/index.d.ts": `export function merge<A, B>(a: A, b: B): A & B;`,
  "node_modules/bcryptjs/package.json": JSON.stringify({ name: "bcryptjs", types: "index.d.ts" }),
  "node_modules/bcryptjs/index.d.ts": `
declare const bcrypt: { hashSync(password: string, rounds: number): string };
export = bcrypt;`,
  "node_modules/xlsx/package.json": JSON.stringify({ name: "xlsx", types: "index.d.ts" }),
  "node_modules/xlsx/index.d.ts": `
export interface WorkBook { SheetNames: string[]; Sheets: Record<string, Record<string, any>> }
export function read(data: any, options?: { type?: "buffer" | "base64"; dense?: boolean }): WorkBook;
export function write(book: WorkBook, options: { type: "buffer" | "base64"; bookType?: "xlsx" | "csv" }): any;`,
  "node_modules/better-sqlite3/package.json": JSON.stringify({ name: "better-sqlite3", types: "index.d.ts" }),
  "node_modules/better-sqlite3/index.d.ts": `
declare namespace Database {
  interface Statement {
    all(...values: unknown[]): unknown[];
    get(...values: unknown[]): unknown;
    run(...values: unknown[]): { changes: number };
    iterate(...values: unknown[]): IterableIterator<unknown>;
    pluck(): Statement;
  }
}
declare class Database {
  constructor(file?: string, options?: { readonly?: boolean });
  prepare(sql: string): Database.Statement;
  exec(sql: string): this;
  pragma(sql: string): unknown;
  function(name: string, compute: (...values: unknown[]) => unknown): this;
  transaction(work: (value: unknown) => unknown): (value: unknown) => unknown;
}
export = Database;`,
  "node_modules/js-yaml/package.json": JSON.stringify({ name: "js-yaml", types: "index.d.ts" }),
  "node_modules/js-yaml/index.d.ts": `
export class YAMLException extends Error {}
export function load(text: string, options?: { filename?: string; onWarning?: (error: Error) => void }): unknown;
export function dump(value: unknown): string;`,
};

/** A module that opens a database, and one that asks it. */
const DATABASE = `
import Database from "better-sqlite3";
export const db = new Database("books.db", { readonly: true });
db.pragma("query_only = ON");
`;

/** A task's body where what is thrown only looks like an error. */
const tried = (module: string, statement: string): string => `  try {
    ${statement}
  } catch (error) {
    // What ${module} throws is no real error, of which another thread would get the message.
    throw error instanceof Error ? new Error(error.message) : error;
  }`;

interface Example {
  readonly name: string;
  readonly before: Files;
  /** The files that are changed or new, but for the pool's own. */
  readonly after: Files;
}

const MANIFEST = `{
  "private": true,
  "type": "module",
  "scripts": {
    "dev": "tsx src/server.ts"
  },
  "devDependencies": {
    "esbuild": "^0.25.0"
  },
  "dependencies": {
    "marked": "^18.0.0",
    "zod": "^4.0.0"
  }
}
`;

const MOVED: readonly Example[] = [
  {
    name: "what only takes and gives plain data, where nothing says what it is given",
    before: {
      "cjs/sheets.js": `
const XLSX = require("xlsx");
const http = require("http");

const formats = () => {
  const found = require("./formats");
  return found;
};
const known = formats();

const convert = async (request, body) => {
  const book = XLSX.read(body.file, { type: "buffer" });
  return XLSX.write(book, { type: "buffer", bookType: known.format(request) });
};

http.createServer(async (request, response) => {
  response.end(await convert(request, request.body));
}).listen(8090);
`,
      "cjs/formats.js": `exports.format = () => "csv";\n`,
    },
    after: {
      "cjs/sheets.js": `
const { runTask } = require("./worker-pool.js");
const http = require("http");

const worker = \`\${__dirname}/sheets.worker.js\`;

const formats = () => {
  const found = require("./formats");
  return found;
};
const known = formats();

const convert = async (request, body) => {
  const book = await runTask(worker, "read", { file: body.file });
  return Buffer.from(await runTask(worker, "write", { book, known: known.format(request) }));
};

http.createServer(async (request, response) => {
  response.end(await convert(request, request.body));
}).listen(8090);
`,
      "cjs/sheets.worker.js": `/** Runs on the threads of the worker pool, where no request waits for it. */
"use strict";

const XLSX = require("xlsx");

exports.read = function read({ file }) {
  return XLSX.read(file, { type: "buffer" });
};

exports.write = function write({ book, known }) {
  return XLSX.write(book, { type: "buffer", bookType: known });
};
`,
    },
  },
  {
    name: "likewise where its types say too little",
    before: {
      "src/book.ts": `
import { createServer } from "node:http";
import * as XLSX from "xlsx";

createServer(async (request, response) => {
  const book = XLSX.read(JSON.parse(request.url ?? ""), { type: "base64" });
  response.end(XLSX.write(book, { type: "base64" }));
}).listen(8091);
`,
    },
    after: {
      "src/book.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import * as XLSX from "xlsx";

export function read({ input }: { input: Parameters<typeof XLSX.read>[0] }) {
  return XLSX.read(input, { type: "base64" });
}

export function write({ book }: { book: Parameters<typeof XLSX.write>[0] }) {
  return XLSX.write(book, { type: "base64" });
}
`,
    },
  },
  {
    name: "what another package would do off the loop, where that is no dependency",
    before: {
      "src/password.ts": `
import { createServer } from "node:http";
import bcrypt from "bcryptjs";

const ROUNDS = 10;

function hash(password: string): string {
  return bcrypt.hashSync(password, ROUNDS);
}

createServer((request, response) => {
  response.end(hash(request.url ?? ""));
}).listen(8082);
`,
    },
    after: {
      "src/password.ts": `
import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./password.worker.js";

const worker = new URL("./password.worker.js", import.meta.url).href;

async function hash(password: string): Promise<string> {
  return await runTask<typeof tasks.hashSync>(worker, "hashSync", { password });
}

createServer(async (request, response) => {
  response.end(await hash(request.url ?? ""));
}).listen(8082);
`,
      "src/password.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import bcrypt from "bcryptjs";

const ROUNDS = 10;

export function hashSync({ password }: { password: string }): string {
  return bcrypt.hashSync(password, ROUNDS);
}
`,
    },
  },
  {
    name: "a statement goes to a thread that opens the database for itself, as it is set up here",
    before: {
      "src/database.ts": DATABASE,
      "src/books.ts": `
import { createServer } from "node:http";
import { db } from "./database.js";

const LATEST = "SELECT title FROM books WHERE year >= ? ORDER BY year";

createServer(async (request, response) => {
  const titles = db.prepare(LATEST).pluck().all(Number(request.url));
  response.end(titles.join());
}).listen(8080);
`,
      "src/count.ts": `
import { createServer } from "node:http";
import Database from "better-sqlite3";

const books = new Database("books.db");
const count = books.prepare("SELECT count(*) FROM books WHERE author = ?");
books.exec("CREATE TABLE IF NOT EXISTS books (title TEXT, author TEXT, year INTEGER)");
createServer(async (request, response) => {
  response.end(JSON.stringify(count.get(request.headers.from)));
}).listen(8081);
`,
    },
    after: {
      "src/books.ts": `
import { createServer } from "node:http";
import "./database.js";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./books.worker.js";

const worker = new URL("./books.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  const titles = await runTask<typeof tasks.all>(worker, "all", { input: Number(request.url) });
  response.end(titles.join());
}).listen(8080);
`,
      "src/books.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import Database from "better-sqlite3";

const db = new Database("books.db", { readonly: true });
db.pragma("query_only = ON");
const LATEST = "SELECT title FROM books WHERE year >= ? ORDER BY year";

export function all({ input }: { input: number }) {
${tried("better-sqlite3", "return db.prepare(LATEST).pluck().all(input);")}
}
`,
      "src/count.ts": `
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./count.worker.js";

const worker = new URL("./count.worker.js", import.meta.url).href;

const books = new Database("books.db");
books.exec("CREATE TABLE IF NOT EXISTS books (title TEXT, author TEXT, year INTEGER)");
createServer(async (request, response) => {
  response.end(JSON.stringify(await runTask<typeof tasks.get>(worker, "get", { from: request.headers.from })));
}).listen(8081);
`,
      "src/count.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import Database from "better-sqlite3";

const books = new Database("books.db");
const count = books.prepare("SELECT count(*) FROM books WHERE author = ?");

export function get({ from }: { from: string | undefined }) {
${tried("better-sqlite3", "return count.get(from);")}
}
`,
    },
  },
  {
    name: "a call goes with what is constant, and is given the rest",
    before: {
      "src/server.ts": `
import { createServer } from "node:http";
import { marked } from "marked";

/** Answers with a page. */
createServer(async (request, response) => {
  const html = await marked.parse(request.url ?? "", {
    gfm: true, // tables
  });
  response.end(html);
}).listen(8080);
`,
    },
    after: {
      "src/server.ts": `
import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./server.worker.js";

const worker = new URL("./server.worker.js", import.meta.url).href;

/** Answers with a page. */
createServer(async (request, response) => {
  const html = await runTask<typeof tasks.parse>(worker, "parse", { url: request.url ?? "" });
  response.end(html);
}).listen(8080);
`,
      "src/server.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from "marked";

export function parse({ url }: { url: string }) {
  return marked.parse(url, {
    gfm: true, // tables
  });
}
`,
    },
  },
  {
    name: "a function that only computes goes as a whole, and its callers wait",
    before: {
      "src/page.ts": `
import { marked } from "marked";

const OPTIONS = { gfm: true };

/** Renders a page. */
export function render(text: string, title?: string): string {
  // The title first
  const html = marked.parse(text, OPTIONS) as string;
  return \`<h1>\${title ?? ""}</h1>
\${html}\`;
}
`,
      "src/pages.ts": `
import { createServer } from "node:http";
import { render } from "./page.js";
createServer((request, response) => {
  response.end(render(request.url ?? ""));
}).listen(8080);
`,
    },
    after: {
      "src/page.ts": `
import { runTask } from "./worker-pool.js";
import type * as tasks from "./page.worker.js";

const worker = new URL("./page.worker.js", import.meta.url).href;

/** Renders a page. */
export async function render(text: string, title?: string): Promise<string> {
  return await runTask<typeof tasks.render>(worker, "render", { text, title });
}
`,
      "src/page.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from "marked";

const OPTIONS = { gfm: true };

export function render({ text, title }: { text: string; title: string | undefined }): string {
  // The title first
  const html = marked.parse(text, OPTIONS) as string;
  return \`<h1>\${title ?? ""}</h1>
\${html}\`;
}
`,
      "src/pages.ts": `
import { createServer } from "node:http";
import { render } from "./page.js";
createServer(async (request, response) => {
  response.end(await render(request.url ?? ""));
}).listen(8080);
`,
    },
  },
  {
    name: "what the module sets up for it goes along, with its comment",
    before: {
      "src/instance.ts": `import { createServer } from "node:http";
import MarkdownIt from "markdown-it";

// Texts are ours.
const md = new MarkdownIt({ html: true, highlight: (code) => code.toUpperCase() });

createServer((request, response) => {
  response.end(\`<main>\${md.render(request.url ?? "")}</main>\`);
}).listen(8080);
`,
    },
    after: {
      "src/instance.ts": `import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./instance.worker.js";

const worker = new URL("./instance.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  response.end(\`<main>\${await runTask<typeof tasks.render>(worker, "render", { url: request.url ?? "" })}</main>\`);
}).listen(8080);
`,
      "src/instance.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import MarkdownIt from "markdown-it";

// Texts are ours.
const md = new MarkdownIt({ html: true, highlight: (code) => code.toUpperCase() });

export function render({ url }: { url: string }): string {
  return md.render(url);
}
`,
    },
  },
  {
    name: "what is set up right before goes along",
    before: {
      "src/local.ts": `import { createServer } from "node:http";
import MarkdownIt from "markdown-it";

createServer(async (request, response) => {
  const html = request.method === "GET";
  const md = new MarkdownIt({ html: true });
  response.setHeader("X-Html", String(html));
  response.end(md.render(request.url ?? "", { html }).trim());
}).listen(8080);
`,
    },
    after: {
      "src/local.ts": `import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./local.worker.js";

const worker = new URL("./local.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  const html = request.method === "GET";
  response.setHeader("X-Html", String(html));
  response.end((await runTask<typeof tasks.render>(worker, "render", { url: request.url ?? "", html })).trim());
}).listen(8080);
`,
      "src/local.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import MarkdownIt from "markdown-it";

export function render({ url, html }: { url: string; html: boolean }): string {
  const md = new MarkdownIt({ html: true });
  return md.render(url, { html });
}
`,
    },
  },
  {
    name: "a promise stays one, and nobody has to wait anew; the file's style is kept",
    before: {
      "src/later.ts": `import { createServer } from 'node:http'
import { marked } from 'marked'

createServer((request, response) => {
  marked.parse(request.url ?? '', { async: true }).then((html) => response.end(html), console.error)
}).listen(8080)
`,
    },
    after: {
      "src/later.ts": `import { createServer } from 'node:http'
import { runTask } from './worker-pool.js'
import type * as tasks from './later.worker.js'

const worker = new URL('./later.worker.js', import.meta.url).href

createServer((request, response) => {
  runTask<typeof tasks.parse>(worker, 'parse', { url: request.url ?? '' }).then((html) => response.end(html), console.error)
}).listen(8080)
`,
      "src/later.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from 'marked'

export function parse({ url }: { url: string }) {
  return marked.parse(url, { async: true })
}
`,
    },
  },
  {
    name: "the signal of a request gives the task up",
    before: {
      "src/app/report/route.ts": `import { marked } from "marked";

export async function POST(request: Request): Promise<Response> {
  const body = (await request.json()) as { text: string };
  return new Response(await marked.parse(body.text));
}
`,
    },
    after: {
      "src/app/report/route.ts": `import { runTask } from "../../worker-pool.js";
import type * as tasks from "./route.worker.js";

const worker = new URL("./route.worker.js", import.meta.url).href;

export async function POST(request: Request): Promise<Response> {
  const body = (await request.json()) as { text: string };
  return new Response(await runTask<typeof tasks.parse>(worker, "parse", { text: body.text }, request.signal));
}
`,
      "src/app/report/route.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from "marked";

export function parse({ text }: { text: string }) {
  return marked.parse(text);
}
`,
    },
  },
  {
    name: "buffers are buffers again",
    before: {
      "src/sign.ts": `import { privateEncrypt, randomUUID } from "node:crypto";
import { createServer } from "node:http";

const key = process.env["KEY"] ?? "";

createServer(async (request, response) => {
  response.end(privateEncrypt(key, Buffer.from(randomUUID())).toString("base64"));
}).listen(8080);
`,
    },
    after: {
      "src/sign.ts": `import { runTask } from "./worker-pool.js";
import { createServer } from "node:http";
import type * as tasks from "./sign.worker.js";

const worker = new URL("./sign.worker.js", import.meta.url).href;

const key = process.env["KEY"] ?? "";

createServer(async (request, response) => {
  response.end(Buffer.from(await runTask<typeof tasks.privateEncryptTask>(worker, "privateEncryptTask", { key })).toString("base64"));
}).listen(8080);
`,
      "src/sign.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { privateEncrypt, randomUUID } from "node:crypto";

export function privateEncryptTask({ key }: { key: string }) {
  return privateEncrypt(key, Buffer.from(randomUUID()));
}
`,
    },
  },
  {
    name: "several tasks share a worker file, and plain data comes back",
    before: {
      "src/settings.ts": `import { createServer } from "node:http";
import * as yaml from "js-yaml";

interface Settings {
  readonly title: string;
}

createServer(async (request, response) => {
  const settings = yaml.load(request.url ?? "", { filename: "settings.yml" }) as Settings;
  response.end(settings.title + yaml.dump({ method: request.method, tags: ["a", request.url] }));
}).listen(8080);
`,
    },
    after: {
      "src/settings.ts": `import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./settings.worker.js";

const worker = new URL("./settings.worker.js", import.meta.url).href;

interface Settings {
  readonly title: string;
}

createServer(async (request, response) => {
  const settings = await runTask<typeof tasks.load>(worker, "load", { url: request.url ?? "" }) as Settings;
  response.end(settings.title + await runTask<typeof tasks.dump>(worker, "dump", { method: request.method, url: request.url }));
}).listen(8080);
`,
      "src/settings.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import * as yaml from "js-yaml";

export function load({ url }: { url: string }) {
${tried("js-yaml", 'return yaml.load(url, { filename: "settings.yml" });')}
}

export function dump({ method, url }: { method: string | undefined; url: string | undefined }): string {
${tried("js-yaml", 'return yaml.dump({ method, tags: ["a", url] });')}
}
`,
    },
  },
  {
    name: "a call among the arguments of another goes along",
    before: {
      "src/nested.ts": `import { createServer } from "node:http";
import * as yaml from "js-yaml";

createServer(async (request, response) => {
  response.end(yaml.dump(yaml.load(request.url ?? "")));
}).listen(8080);
`,
    },
    after: {
      "src/nested.ts": `import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";
import type * as tasks from "./nested.worker.js";

const worker = new URL("./nested.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  response.end(await runTask<typeof tasks.dump>(worker, "dump", { url: request.url ?? "" }));
}).listen(8080);
`,
      "src/nested.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import * as yaml from "js-yaml";

export function dump({ url }: { url: string }): string {
${tried("js-yaml", "return yaml.dump(yaml.load(url));")}
}
`,
    },
  },
  {
    name: "JavaScript in CommonJS",
    before: {
      "cjs/server.js": `"use strict";
const http = require("http");
const { marked } = require("marked");

http.createServer(async (request, response) => {
  /** @type {string} */
  const text = request.url;
  response.end(await marked.parse(text));
}).listen(8080);
`,
    },
    after: {
      "cjs/server.js": `"use strict";
const http = require("http");
const { runTask } = require("./worker-pool.js");

const worker = \`\${__dirname}/server.worker.js\`;

http.createServer(async (request, response) => {
  /** @type {string} */
  const text = request.url;
  response.end(await runTask(worker, "parse", { text }));
}).listen(8080);
`,
      "cjs/server.worker.js": `/** Runs on the threads of the worker pool, where no request waits for it. */
"use strict";

const { marked } = require("marked");

exports.parse = function parse({ text }) {
  return marked.parse(text);
};
`,
    },
  },
  {
    name: "JavaScript in modules",
    before: {
      "esm/server.js": `import { createServer } from "node:http";
import { marked } from "marked";

createServer(async (request, response) => {
  response.end(await marked.parse(request.url ?? ""));
}).listen(8080);
`,
    },
    after: {
      "esm/server.js": `import { createServer } from "node:http";
import { runTask } from "./worker-pool.js";

const worker = new URL("./server.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  response.end(await runTask(worker, "parse", { url: request.url ?? "" }));
}).listen(8080);
`,
      "esm/server.worker.js": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from "marked";

export function parse({ url }) {
  return marked.parse(url);
}
`,
    },
  },
  {
    name: "TypeScript that becomes CommonJS",
    before: {
      "old/server.ts": `import { createServer } from "node:http";
import { marked } from "marked";

createServer(async (request, response) => {
  response.end(await marked.parse(request.url ?? ""));
}).listen(8080);
`,
    },
    after: {
      "old/server.ts": `import { createServer } from "node:http";
import { runTask } from "./worker-pool";
import type * as tasks from "./server.worker";

const worker = \`\${__dirname}/server.worker.js\`;

createServer(async (request, response) => {
  response.end(await runTask<typeof tasks.parse>(worker, "parse", { url: request.url ?? "" }));
}).listen(8080);
`,
      "old/server.worker.ts": `/** Runs on the threads of the worker pool, where no request waits for it. */
import { marked } from "marked";

export function parse({ url }: { url: string }) {
  return marked.parse(url);
}
`,
    },
  },
];

const REFUSED: readonly { readonly name: string; readonly code: string; readonly reason: string }[] = [
  {
    name: "a function",
    code: `import { createServer } from "node:http";
import { load } from "js-yaml";
createServer(async (request, response) => {
  const warn = (error: Error): void => console.warn(error);
  response.end(String(load(request.url ?? "", { onWarning: warn })));
}).listen(8080);
`,
    reason: "warn is a function, which cannot be cloned.",
  },
  {
    name: "a socket",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
createServer(async (request, response) => {
  response.end(dump(request.socket));
}).listen(8080);
`,
    reason: "request.socket is a Socket, which cannot be cloned.",
  },
  {
    name: "a stream",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
import { createReadStream } from "node:fs";
createServer(async (request, response) => {
  response.end(dump({ stream: createReadStream("a") }));
}).listen(8080);
`,
    reason: 'createReadStream("a") is a ReadStream, which cannot be cloned.',
  },
  {
    name: "a symbol",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
createServer(async (request, response) => {
  const key = Symbol("key");
  response.end(dump({ key }));
}).listen(8080);
`,
    reason: "key is a symbol, which cannot be cloned.",
  },
  {
    name: "a value of unknown type",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
createServer(async (request, response) => {
  const body = JSON.parse(request.url ?? "");
  response.end(dump(body));
}).listen(8080);
`,
    reason: "It is not known what body is, and not everything can be sent to another thread.",
  },
  {
    name: "a result that an option decides, where nobody knows which",
    code: `import { createServer } from "node:http";
import * as XLSX from "xlsx";
createServer(async (request, response) => {
  const type = request.url === "/" ? "buffer" : "base64";
  response.end(XLSX.write({ SheetNames: [], Sheets: {} }, { type }));
}).listen(8080);
`,
    reason: "It is not known what the result of XLSX.write is, and not everything can be sent to another thread.",
  },
  {
    name: "an instance of a class",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
class Account { id = 1; }
createServer(async (request, response) => {
  const account = new Account();
  response.end(dump(account));
}).listen(8080);
`,
    reason: "account is an instance of Account, which would lose its methods.",
  },
  {
    name: "a buffer inside of an object",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
createServer(async (request, response) => {
  const page = { bytes: Buffer.from("a") };
  response.end(dump(page));
}).listen(8080);
`,
    reason: "page.bytes is a Buffer, which arrives as a Uint8Array.",
  },
  {
    name: "a value of a type that has no name elsewhere",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
interface Tree { readonly below: Tree[]; }
createServer(async (request, response) => {
  const tree: Tree = { below: [] };
  response.end(dump(tree));
}).listen(8080);
`,
    reason: "The type of tree cannot be written in another file.",
  },
  {
    name: "spread arguments",
    code: `import { createServer } from "node:http";
import { dump } from "js-yaml";
createServer(async (request, response) => {
  const all: [string] = ["a"];
  response.end(dump(...all));
}).listen(8080);
`,
    reason: "It is not certain what ...all passes.",
  },
  {
    name: "a call for its effects",
    code: `import { createServer } from "node:http";
import { marked } from "marked";
createServer(async (request, response) => {
  marked.parse(request.url ?? "");
  response.end();
}).listen(8080);
`,
    reason: "Nobody uses what marked.parse gives: it is called for what it does on this thread.",
  },
  {
    name: "a value that the call changes",
    code: `import { createServer } from "node:http";
import { merge } from "lodash";
createServer(async (request, response) => {
  const settings = { a: 1 };
  const all = merge(settings, { b: request.url });
  response.end(JSON.stringify([all, settings]));
}).listen(8080);
`,
    reason: "settings is changed by merge, which a copy on another thread is not.",
  },
  {
    name: "a package that the program sets up",
    code: `import { createServer } from "node:http";
import * as hljs from "highlight.js";
hljs.registerLanguage("shell", () => ({}));
createServer(async (request, response) => {
  response.end(hljs.highlightAuto(request.url ?? "").value);
}).listen(8080);
`,
    reason: "The program sets up highlight.js for itself, of which a worker would know nothing.",
  },
  {
    name: "an instance that the program sets up",
    code: `import { createServer } from "node:http";
import MarkdownIt from "markdown-it";
const md = new MarkdownIt();
md.use(() => undefined);
createServer(async (request, response) => {
  response.end(md.render(request.url ?? ""));
}).listen(8080);
`,
    reason: "md is an instance of MarkdownIt, which would lose its methods.",
  },
  {
    name: "a failure that is told apart",
    code: `import { createServer } from "node:http";
import { dump, YAMLException } from "js-yaml";
createServer(async (request, response) => {
  try {
    response.end(dump(request.url ?? ""));
  } catch (error) {
    if (error instanceof YAMLException) response.end();
  }
}).listen(8080);
`,
    reason:
      "The failure is looked at (error instanceof YAMLException), of which only the message comes from another thread.",
  },
  {
    name: "a caller that cannot wait",
    code: `import { createServer } from "node:http";
import { marked } from "marked";
createServer(async (request, response) => {
  const names = ["a", request.url ?? ""];
  response.end(names.map((name) => marked.parse(name, { async: false })).join());
}).listen(8080);
`,
    reason: "names.map in @:5 does not wait for what its callback returns.",
  },
  {
    name: "a database in memory",
    code: database(`const db = new Database(":memory:");`, `db.prepare("SELECT 1").get()`),
    reason: "db is in memory, where no other thread finds it.",
  },
  {
    name: "a database whose file nobody knows",
    code: database(`const db = new Database(process.argv[2]);`, `db.prepare("SELECT 1").get()`),
    reason: "process.argv[2] may name a database in memory, where no other thread finds it.",
  },
  {
    name: "a database that is opened somewhere",
    code: database(`let db = new Database("a.db");\ndb = new Database("b.db");`, `db.prepare("SELECT 1").get()`),
    reason: "It is not known which file db is opened from.",
  },
  {
    name: "a database that is opened with something of this thread",
    code: database(
      `const options = { readonly: process.argv.length > 2 };\nconst db = new Database("a.db", options);`,
      `db.prepare("SELECT 1").get()`,
    ),
    reason: "options would be needed to open the database on another thread.",
  },
  {
    name: "a database with functions of the program",
    code: database(
      `const db = new Database("a.db");\ndb.function("half", (value) => Number(value) / 2);`,
      `db.prepare("SELECT half(2)").get()`,
    ),
    reason: "db.function in @:4 gives the connection what it has on this thread only.",
  },
  {
    name: "a transaction that spans calls",
    code: database(
      `const db = new Database("a.db");\nprocess.once("SIGUSR2", () => db.exec("BEGIN"));`,
      `db.prepare("SELECT 1").get()`,
    ),
    reason: "db.exec in @:4 is about this connection and no other.",
  },
  {
    name: "a connection that is set up later on",
    code: database(
      `const db = new Database("a.db");\nconst tune = (): unknown => db.pragma("cache_size = 1000");\ntune();`,
      `db.prepare("SELECT 1").get()`,
    ),
    reason: "db.pragma in @:4 sets the connection up later on.",
  },
  {
    name: "bytes",
    code: database(
      `const db = new Database("a.db");\ndb.exec("CREATE TABLE files (content BLOB)");`,
      `db.prepare("SELECT content FROM files").get()`,
    ),
    reason: "The database of db.exec in @:4 has BLOBs, which arrive as a Uint8Array.",
  },
  {
    name: "a statement that nobody knows",
    code: database(`const db = new Database("a.db");`, `db.prepare(String(request.url)).get()`),
    reason: "It is not known what the statement String(request.url) does.",
  },
  {
    name: "a statement about the one before",
    code: database(`const db = new Database("a.db");`, `db.prepare("SELECT changes()").get()`),
    reason: 'The statement "SELECT changes()" asks what this connection did last.',
  },
  {
    name: "an iterator",
    code: database(`const db = new Database("a.db");`, `[...db.prepare("SELECT 1").iterate()]`),
    reason:
      "better-sqlite3.Statement.iterate gives its rows one by one, and what is read in between has to be read by the same thread.",
  },
  {
    name: "a transaction",
    code: database(
      `const db = new Database("a.db");\nconst add = db.transaction((title) => String(title));`,
      `add(request.url)`,
    ),
    reason:
      "better-sqlite3.Database.transaction is a transaction: what runs in it spans several calls, which belong to one connection.",
  },
  {
    name: "a question and a change",
    code: database(
      `const db = new Database("a.db");\nconst insert = db.prepare("INSERT INTO seats VALUES (?)");`,
      `db.prepare("SELECT 1 FROM seats").get() ?? insert.run(request.url)`,
    ),
    reason: "db is written to in the same function: others could do so in between.",
  },
  {
    name: "what has an asynchronous form",
    code: `import { createServer } from "node:http";
import { pbkdf2Sync } from "node:crypto";
createServer(async (request, response) => {
  response.end(pbkdf2Sync(request.url ?? "", "salt", 100_000, 64, "sha512"));
}).listen(8080);
`,
    reason: "crypto.pbkdf2Sync has an asynchronous form, which needs no worker: node:crypto.pbkdf2.",
  },
];

/** A server that answers with what a statement gives. */
function database(opening: string, statement: string): string {
  return `import { createServer } from "node:http";
import Database from "better-sqlite3";
${opening}
createServer(async (request, response) => {
  response.end(JSON.stringify(${statement}));
}).listen(8080);
`;
}

/** The packages that the examples are in. */
const MANIFESTS: Files = {
  "package.json": MANIFEST,
  "cjs/package.json": `{ "private": true }\n`,
  "esm/package.json": `{ "private": true, "type": "module" }\n`,
  "old/package.json": `{ "private": true }\n`,
};

describe("work that moves to a pool", function () {
  this.timeout(120_000);
  /** One project for all, and one analysis. */
  const sources = MOVED.reduce<Files>((all, example) => ({ ...all, ...example.before }), MANIFESTS);
  let fixed: Files;

  before(() => {
    const { project, findings } = opened(sources);
    const { files, refused, cautions } = fixAll(project, findings.filter(isOnLoop), "offload");
    assert.deepEqual(reasons(refused), []);
    assert.ok(cautions.some((caution) => caution.includes("A task for a pool costs 0.05 ms")));
    assert.ok(
      cautions.includes("The pool loads server.worker.js, which has to be built: tsx alone does not write it."),
    );
    assert.ok(
      cautions.includes(
        "If esbuild bundles this code, keep piscina external, and have server.worker.ts built as a file of its own.",
      ),
    );
    fixed = edited(sources, files);
  });

  for (const { name, after } of MOVED) {
    it(name, () => {
      for (const [file, text] of Object.entries(after)) assert.equal(fixed[file], text, file);
    });
  }

  it("brings a pool and its dependency to each package, and nothing else", () => {
    const pools = ["src/worker-pool.ts", "cjs/worker-pool.js", "esm/worker-pool.js", "old/worker-pool.ts"];
    const files = MOVED.flatMap(({ after }) => Object.keys(after));
    assert.deepEqual(
      Object.keys(fixed).toSorted(),
      [...new Set([...Object.keys(sources), ...files, ...pools])].toSorted(),
    );
    assert.equal(fixed["package.json"], MANIFEST.replace(`"zod"`, `"piscina": "^5.0.0",\n    "zod"`));
    assert.match(fixed["cjs/package.json"] ?? "", /"dependencies": \{\s+"piscina": "\^5\.0\.0"\s+\}/u);
  });

  it("has the right types", () => {
    assert.deepEqual(typeErrors({ ...DECLARED, ...fixed }, PACKAGES), []);
  });

  it("is on worker threads then, and there is nothing left to move", () => {
    const { project, findings } = opened(fixed);
    assert.deepEqual(
      findings.filter(isOnLoop).map(({ callee, location }) => [callee, location.file]),
      [],
    );
    assert.ok(findings.length >= MOVED.length);
    assert.deepEqual(fixAll(project, [], "offload").files, []);
  });
});

describe("work that cannot move to a pool", function () {
  this.timeout(120_000);
  const files: Files = Object.fromEntries(REFUSED.map(({ code }, index) => [`src/case${String(index)}.ts`, code]));
  let found: ReturnType<typeof opened>;

  before(() => {
    found = opened({ ...MANIFESTS, ...files });
  });

  for (const [index, { name, reason }] of REFUSED.entries()) {
    it(`stays: ${name}`, () => {
      const own = found.findings
        .filter(isOnLoop)
        .filter(({ location }) => location.file.endsWith(`/case${String(index)}.ts`));
      assert.deepEqual(distinct(own.map((finding) => fixOf(found.project, finding, "offload"))), [
        { reason: reason.replace("@:", `case${String(index)}.ts:`) },
      ]);
    });
  }
});

function isOnLoop({ context }: { readonly context: string }): boolean {
  return context === "loop";
}

function distinct<T>(answers: readonly T[]): readonly T[] {
  return [...new Map(answers.map((answer) => [JSON.stringify(answer), answer])).values()];
}

function reasons(refused: CombinedFix["refused"]): readonly string[] {
  return refused.map(({ refusal }) => refusal.reason);
}

function opened(files: Files): ReturnType<typeof open> {
  return open({ ...DECLARED, ...files }, PACKAGES);
}
