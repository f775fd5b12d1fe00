/** Work that moves to a worker pool, before and after; or the reason why it stays. */
import assert from "node:assert/strict";
import path from "node:path";

import { fixAll } from "@loopguard/engine";

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
export default MarkdownIt;`,
  "node_modules/js-yaml/package.json": JSON.stringify({ name: "js-yaml", types: "index.d.ts" }),
  "node_modules/js-yaml/index.d.ts": `
export class YAMLException extends Error {}
export function load(text: string, options?: { filename?: string; onWarning?: (error: Error) => void }): unknown;
export function dump(value: unknown): string;`,
};

interface Example {
  readonly name: string;
  readonly before: Files;
  /** The files that are changed or new, but for the pool's own. */
  readonly after: Files;
}

const MANIFEST = `{
  "private": true,
  "type": "module",
  "dependencies": {
    "marked": "^18.0.0",
    "zod": "^4.0.0"
  }
}
`;

const MOVED: readonly Example[] = [
  {
    name: "a call goes with what is constant, and is given the rest",
    before: {
      "package.json": MANIFEST,
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
      "package.json": MANIFEST.replace(`"zod"`, `"piscina": "^5.0.0",\n    "zod"`),
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
      "package.json": MANIFEST,
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
      "src/server.ts": `
import { createServer } from "node:http";
import { render } from "./page.js";
createServer((request, response) => {
  response.end(render(request.url ?? ""));
}).listen(8080);
`,
    },
    after: {
      "package.json": MANIFEST.replace(`"zod"`, `"piscina": "^5.0.0",\n    "zod"`),
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
      "src/server.ts": `
import { createServer } from "node:http";
import { render } from "./page.js";
createServer(async (request, response) => {
  response.end(await render(request.url ?? ""));
}).listen(8080);
`,
    },
  },
];

describe("work that moves to a pool", function () {
  this.timeout(120_000);

  for (const { name, before, after } of MOVED) {
    it(name, () => {
      const { project, findings } = opened(before);
      const { files, refused } = fixAll(project, findings, "offload");
      assert.deepEqual(
        refused.map(({ refusal }) => refusal.reason),
        [],
      );
      const fixed = edited(before, files);
      const pool = Object.keys(fixed).find((file) => file.includes("worker-pool"));
      assert.ok(pool !== undefined);
      assert.deepEqual({ ...fixed, [pool]: "" }, { ...before, ...after, [pool]: "" });
      assert.deepEqual(typeErrors({ ...DECLARED, ...fixed }, PACKAGES), []);
      const again = opened(fixed);
      assert.deepEqual(
        again.findings.filter(({ context }) => context === "loop"),
        [],
      );
    });
  }
});

function opened(files: Files): ReturnType<typeof open> {
  return open({ ...DECLARED, ...files }, PACKAGES);
}
