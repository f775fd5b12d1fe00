/** `npm run bench:preview`: how long the preview takes to follow an edit, part by part, on a project with many operations. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { messageOf, previewPage, type ToPage } from "@loopguard/openapi-preview";
import { assetFile } from "@loopguard/openapi-preview/assets";
import { Supervisor } from "loopguard-language-server/analysis";
import { openApiOf } from "loopguard-language-server/openapi";
import { chromium, type Page } from "playwright-core";
import { root } from "../packaging/root.js";
import { findBrowser } from "./browser-editor.js";

const USAGE = `Usage: npm run bench:preview -- [--operations N] [--edits N]

  --operations N  how many operations the project has, ten in a file (200)
  --edits N       how many edits are measured (30)

An edit gives a property of an answer another name: in a handler, and in the types of a file's ten. From the edit to the
page that shows it: the analysis, the document, and the page with an operation unfolded. Exits 1 when half of the edits
of either kind take longer than 500 ms in all.`;

const ORIGIN = "http://preview.invalid";
const FILE_OPERATIONS = 10;
const MAX_MEDIAN = 500;

/** By what is edited: gives something that the document shows another name. */
const EDITS: Readonly<Record<string, (text: string, name: string) => string>> = {
  handler: (text, name) => text.replace("error:", `${name}:`),
  types: (text, name) => text.replaceAll("item0:", `${name}:`),
};

interface Times {
  readonly analysis: number;
  readonly document: number;
  readonly page: number;
}

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "200" },
    edits: { type: "string", default: "30" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(USAGE);
else await measure(Number(values.operations), Number(values.edits));

async function measure(operations: number, edits: number): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("Install Chromium to see how long the page takes.");
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "loopguard-preview-")));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
  for (const [name, text] of Object.entries(project(operations))) writeFileSync(path.join(folder, name), text);
  const supervisor = quietSupervisor();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await openPage(page);
    supervisor.open([folder]);
    await tell(page, await documentMessage(supervisor), "Get item0");
    for (const id of ["getItem0"]) await page.locator(`[id$="-${id}"] .opblock-summary-control`).first().click();
    await page.getByText("Example Value").first().waitFor();
    for (const [kind, edited] of Object.entries(EDITS)) {
      const times: Times[] = [];
      // The first brings everything up to speed.
      for (let edit = 0; edit <= edits; edit++) {
        const name = `${kind}${String(edit)}`;
        const begin = performance.now();
        supervisor.change([{ path: path.join(folder, "routes0.ts"), text: edited(routes(0, "item0"), name) }], []);
        await supervisor.settled();
        const analysed = performance.now();
        const message = await documentMessage(supervisor);
        const described = performance.now();
        await tell(page, message, name);
        const end = performance.now();
        if (edit > 0) times.push({ analysis: analysed - begin, document: described - analysed, page: end - described });
      }
      console.log(tableOf(times, `${String(operations)} operations, ${kind}`));
      if (quantile(times.map(total), 0.5) > MAX_MEDIAN) process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await supervisor.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function quietSupervisor(): Supervisor {
  const nothing = (): void => undefined;
  return new Supervisor({
    onStart: nothing,
    onProgress: nothing,
    onResult: nothing,
    onCancelled: nothing,
    onCrash: (error) => {
      throw error;
    },
  });
}

async function documentMessage(supervisor: Supervisor): Promise<ToPage> {
  const result = await supervisor.settled();
  const description = await supervisor.describe();
  if (!result || !description) throw new Error("There is no document.");
  return messageOf(
    openApiOf(result, description, "3.1", (file) => pathToFileURL(file).href),
    {
      server: "http://localhost:3000",
      can: { open: true, configure: true },
      placeOf: ({ uri, range }) => `${uri}:${String(range.start.line)}`,
    },
  );
}

async function openPage(page: Page): Promise<void> {
  const html = previewPage({ source: ORIGIN, addressOf: (file) => `${ORIGIN}/${file}` });
  await page.route("**/*", async (route) => {
    const file = assetFile(new URL(route.request().url()).pathname.slice(1));
    if (file === undefined) return route.fulfill({ body: html, contentType: "text/html" });
    const contentType = file.endsWith(".css") ? "text/css" : "text/javascript";
    return route.fulfill({ body: await readFile(file), contentType });
  });
  await page.addInitScript(`
    window.acquireVsCodeApi = () => ({ postMessage: () => (window.isReady = true), getState: () => ({}), setState: () => {} });
  `);
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction("window.isReady");
}

/** Until the text is to be seen. */
async function tell(page: Page, message: ToPage, text: string): Promise<void> {
  await page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
  await page.locator("#swagger").getByText(text).first().waitFor({ state: "attached" });
}

function project(operations: number): Readonly<Record<string, string>> {
  const files = Math.ceil(operations / FILE_OPERATIONS);
  const numbers = Array.from({ length: files }, (_, index) => index);
  return {
    "package.json": '{ "name": "measured", "version": "1.0.0", "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: { module: "nodenext", target: "es2023", strict: true } }),
    "app.ts": [
      'import express from "express";',
      ...numbers.map((number) => `import { router as router${number} } from "./routes${number}.js";`),
      "const app = express();",
      ...numbers.map((number) => `app.use("/group${number}", router${number});`),
      "app.listen(3000);",
    ].join("\n"),
    ...Object.fromEntries(numbers.map((number) => [`routes${number}.ts`, routes(number, `item${number}`)])),
  };
}

/** @param property the name of one that every answer has */
function routes(file: number, property: string): string {
  const parts = Array.from({ length: FILE_OPERATIONS }, (_, index) =>
    routeText(file * FILE_OPERATIONS + index, property),
  );
  return ['import { Router } from "express";', "export const router = Router();", ...parts].join("\n");
}

function routeText(number: number, property: string): string {
  return `
export interface Item${number} { ${property}: string; count?: number; tags: string[]; kind: "small" | "large"; }
/** Finds item ${number}. */
function getItem${number}(req: import("express").Request<{ id: string }>, res: import("express").Response): void {
  const limit = Number(req.query.limit ?? 10);
  if (limit > 100) { res.status(400).json({ error: "too many" }); return; }
  const item: Item${number} = { ${property}: req.params.id, tags: [], kind: "small" };
  res.json(item);
}
router.get("/items${number}/:id", getItem${number});`;
}

function total({ analysis, document, page }: Times): number {
  return analysis + document + page;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function tableOf(times: readonly Times[], title: string): string {
  const row = (name: string, value: (each: Times) => number): string => {
    const numbers = times.map(value);
    const cells = [0.5, 0.95].map((share) => `${quantile(numbers, share).toFixed(0)} ms`.padStart(10));
    return `${name.padEnd(28)}${cells.join("")}`;
  };
  return [
    `${title.padEnd(28)}${"median".padStart(10)}${"p95".padStart(10)}`,
    row("analysis", ({ analysis }) => analysis),
    row("document", ({ document }) => document),
    row("page", ({ page }) => page),
    row("edit to preview", total),
  ].join("\n");
}
