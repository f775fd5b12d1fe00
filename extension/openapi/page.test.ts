/** The preview's page in a browser: what it shows and says, that it keeps its place, and that nothing leaves it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  type DocumentMessage,
  type FromPage,
  previewPage,
  type ToPage,
  type TriedRequest,
} from "@loopguard/openapi-preview";
import { assetFile } from "@loopguard/openapi-preview/assets";
import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../testing/browser-editor.js";
import { settledTop } from "../testing/driving.js";

const ORIGIN = "http://preview.invalid";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe("the page of the OpenAPI preview", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let page: Page;
  let refused: string[];

  before(async function () {
    const executablePath = findBrowser();
    if (executablePath === undefined) this.skip();
    else browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });

  after(() => browser?.close());

  beforeEach(async () => {
    assert.ok(browser);
    page = await browser.newPage();
    refused = [];
    await openPage(page, refused);
  });

  afterEach(async () => {
    await page.close();
    assert.deepEqual(refused, []);
  });

  it("shows the operations, and goes to the handler of one", async () => {
    await tell(page, documentOf({ "/users": "List users", "/users/{id}": "Find a user" }));
    await page.getByText("Find a user").waitFor();
    await page.getByRole("button", { name: "Go to handler of GET /users/{id}" }).click();
    assert.deepEqual(await heard(page), [{ type: "ready" }, { type: "open", operationId: "getusersid" }]);
  });

  it("leads through the path to what blocks, hop by hop", async () => {
    await tell(page, documentOf({ "/users": "List users" }));
    await page.getByText("1 blocking call").click();
    await page.getByText("fs.readFileSync blocks the event loop.").waitFor();
    await page.getByRole("button", { name: "Go to load, src/users.ts:20" }).click();
    assert.deepEqual((await heard(page)).at(-1), {
      type: "open",
      operationId: "getusers",
      hop: { path: 0, hop: 1 },
    });
  });

  it("keeps what is unfolded, and the place that is looked at, when the document changes", async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`/item${index + 10}`, `Item ${index}`]));
    await tell(page, documentOf(many));
    const operation = page.locator("#swagger .opblock", { hasText: "/item30" });
    await operation.getByRole("button", { name: "get /item30", exact: false }).first().click();
    await operation.getByText("Fine").first().waitFor();
    await operation.evaluate("(element) => element.scrollIntoView()");
    const before = await operation.boundingBox();
    await tell(page, documentOf({ "/added": "Added", ...many, "/item30": "Changed" }));
    await page.getByText("Changed").waitFor();
    await page.getByText("Updated: 41 operations").waitFor({ state: "attached" });
    assert.ok(await operation.getByText("Fine").first().isVisible());
    assert.ok(Math.abs(((await operation.boundingBox())?.y ?? 0) - (before?.y ?? 0)) < 3);
  });

  it("keeps the place also where what is uppermost goes away", async () => {
    const item = (_: unknown, index: number): readonly [string, string] => [`/item${index + 10}`, `Item ${index}`];
    const many = Array.from({ length: 40 }, item);
    const half = ["/half", "Half typed"] as const;
    await tell(page, documentOf(Object.fromEntries([...many.slice(0, 10), half, ...many.slice(10)])));
    const operation = page.locator("#swagger .opblock", { hasText: "/item22" });
    await page.getByText("Half typed").waitFor();
    await page.evaluate("document.querySelector('#operations-things-gethalf').scrollIntoView()");
    const before = await settledTop(operation);
    await tell(page, documentOf(Object.fromEntries(many)));
    await page.getByText("Updated: 40 operations").waitFor({ state: "attached" });
    assert.ok(Math.abs((await settledTop(operation)) - before) < 3);
  });

  it("is as it was after a reload", async () => {
    await tell(page, documentOf({ "/users": "List users" }));
    await page.getByRole("button", { name: "get /users", exact: false }).first().click();
    await page.getByText("Fine").first().waitFor();
    await page.reload();
    await tell(page, documentOf({ "/users": "List users" }));
    await page.getByText("Fine").first().waitFor();
  });

  it("marks the operation whose handler the cursor is in, in both views", async () => {
    await tell(page, documentOf({ "/users": "List users", "/more": "More" }));
    for (const view of ["Swagger UI", "Redoc"]) {
      await page.getByRole("button", { name: view }).click();
      await tell(page, { type: "reveal", operationId: "getmore" });
      const marked = page.locator("[aria-current=location]:visible");
      await marked.getByText("More").first().waitFor();
      assert.equal(await marked.count(), 1);
    }
    await tell(page, { type: "reveal" });
    await page.locator("[aria-current=location]").waitFor({ state: "detached" });
  });

  it("lets one of several APIs be chosen", async () => {
    const apis = [
      { id: "file:///shop", name: "shop" },
      { id: "file:///admin", name: "admin" },
    ];
    await tell(page, { ...documentOf({ "/users": "List users" }), apis, api: "file:///shop" });
    await page.getByLabel("API").selectOption("admin");
    assert.deepEqual((await heard(page)).at(-1), { type: "choose", api: "file:///admin" });
  });

  it("says what is recognised where there is nothing to show", async () => {
    await tell(page, documentOf({ "/users": "List users" }));
    await tell(page, {
      type: "empty",
      frameworks: ["Express", "Koa", "Hono"],
      documentation: "https://example.com/docs",
    });
    await page.getByText("Routes of Express, Koa and Hono appear here").waitFor();
    assert.equal(await page.locator(".opblock:visible").count(), 0);
  });

  it("sends what is tried out by its host, and shows the answer", async () => {
    await tell(page, documentOf({ "/users": "List users" }));
    await page.getByRole("button", { name: "get /users", exact: false }).first().click();
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByRole("button", { name: "Execute" }).click();
    const request = await answer(page, 200, '{"answered":"by the host"}');
    assert.deepEqual([request.method, request.url], ["GET", "http://localhost:3000/users?limit=10"]);
    await page.getByText("by the host").waitFor();
  });

  it("runs nothing and makes no markup of what the workspace says", async () => {
    const evil = [
      "<img src=x onerror=alert(1)>",
      "<script>window.ran = true</script>",
      "[click](javascript:window.ran=true)",
      "**bold** <a href='javascript:window.ran=true'>link</a>",
      "<style>body { display: none }</style>",
      "![x](https://example.com/x.png)",
    ].join(" ");
    await page.evaluate("window.alert = () => { window.ran = true }");
    await tell(page, evilDocument(evil));
    await page.locator("#swagger .opblock").first().waitFor();
    await page.locator("#swagger .opblock-summary-control").first().click();
    await page.getByText("**bold**").first().waitFor();
    await expectNoMarkup(page, "#swagger");
    await page.getByRole("button", { name: "Redoc" }).click();
    await page.locator("#redoc [data-section-id]:visible").first().waitFor();
    await page.locator("#redoc").getByText("**bold**").first().waitFor();
    for (const button of await page.locator("#redoc button[aria-expanded=false]").all()) await button.click();
    await expectNoMarkup(page, "#redoc");
    assert.equal(await page.evaluate("window.ran"), undefined);
    assert.equal(await page.title(), "OpenAPI");
  });

  it("has no fault that axe finds, in either view and any theme", async function () {
    this.timeout(120_000);
    await tell(page, documentOf({ "/users": "List users", "/users/{id}": "Find a user" }));
    await page.getByRole("button", { name: "get /users", exact: false }).first().click();
    await page.getByText("Fine").first().waitFor();
    await page.getByText("1 blocking call").first().click();
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByRole("button", { name: "Execute" }).click();
    await answer(page, 200, '{"answered":"by the host","times":1,"more":null}');
    await page.getByText("by the host").waitFor();
    // As an editor does.
    await page.addStyleTag({ content: "code { color: #3b3b3b; background: #dddddd }" });
    await page.evaluate(await readFile(axe, "utf8"));
    const found: string[] = [];
    for (const theme of ["light", "dark", "high-contrast", "high-contrast-light"]) {
      await page.evaluate(`document.body.className = "in-browser vscode-${theme}"`);
      await page.locator(theme.endsWith("light") ? "html:not(.dark-mode)" : "html.dark-mode").waitFor();
      for (const view of ["Swagger UI", "Redoc"]) {
        await page.getByRole("button", { name: view }).click();
        await page.locator("#swagger .opblock:visible, #redoc [data-section-id]:visible").first().waitFor();
        // Redoc makes everything anew for a theme.
        if (view === "Redoc") await page.locator("#redoc:not([aria-busy])").waitFor();
        await page.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))");
        found.push(...(await faults(page)).map((fault) => `${theme}, ${view}: ${fault}`));
      }
    }
    assert.deepEqual(found, []);
  });
});

/** What axe finds, as `rule: selector message`. */
function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => id + ": " + target.join(" ") + " " + (any[0]?.message ?? ""))))`);
}

/** @param refused takes what the page asked of anybody else, and what its policy refused */
async function openPage(page: Page, refused: string[]): Promise<void> {
  const html = previewPage({ source: ORIGIN, addressOf: (file) => `${ORIGIN}/${file}` });
  await page.route("**/*", async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const file = assetFile(pathname.slice(1));
    if (origin !== ORIGIN || (pathname !== "/" && file === undefined)) {
      refused.push(route.request().url());
      await route.abort();
    } else if (file === undefined) {
      await route.fulfill({ body: html, contentType: "text/html" });
    } else {
      const body = await readFile(file);
      await route.fulfill({ body, contentType: file.endsWith(".css") ? "text/css" : "text/javascript" });
    }
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  page.on("pageerror", (error) => {
    refused.push(String(error));
  });
  await page.addInitScript(`
    window.said = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => said.push(message),
      getState: () => JSON.parse(sessionStorage.getItem("kept") ?? "{}"),
      setState: (kept) => sessionStorage.setItem("kept", JSON.stringify(kept)),
    });
  `);
  await page.goto(`${ORIGIN}/`);
}

async function tell(page: Page, message: ToPage): Promise<void> {
  await page.waitForFunction("said.length > 0");
  await page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
}

/** @returns the request that the page had sent */
async function answer(page: Page, status: number, text: string): Promise<TriedRequest> {
  for (;;) {
    const sent = (await heard(page)).findLast((message) => message.type === "send");
    if (sent) {
      const headers = [["content-type", "application/json"]] as const;
      const body = Buffer.from(text).toString("base64");
      await tell(page, { type: "answer", id: sent.id, answer: { status, statusText: "", headers, body } });
      return sent.request;
    }
    await page.waitForTimeout(20);
  }
}

function heard(page: Page): Promise<readonly FromPage[]> {
  return page.evaluate("window.said");
}

async function expectNoMarkup(page: Page, view: string): Promise<void> {
  assert.equal(await page.locator(`${view} img`).count(), 0);
  assert.equal(await page.locator(`${view} script, ${view} style`).count(), 0);
  assert.equal(await page.locator(`${view} a[href^="javascript:"]`).count(), 0);
  assert.equal(await page.locator(`${view} strong:text-is("bold")`).count(), 0);
}

/** @param summaries by path */
function documentOf(summaries: Readonly<Record<string, string>>): DocumentMessage {
  const paths: DocumentMessage["document"]["paths"] = Object.fromEntries(
    Object.entries(summaries).map(([path, summary]) => {
      const schema = { type: "object", properties: { name: { type: "string", description: "Its name" } } } as const;
      const content = { "application/json": { schema } };
      const requestBody = { content, description: "What to look for" };
      const responses = { 200: { description: "Fine", content }, 404: { description: "Missing", content } };
      const limit = { type: "integer", default: 10, description: "How many" } as const;
      const parameters = [{ name: "limit", in: "query", description: "How many", schema: limit }] as const;
      const texts = { summary, description: "All of them, in two lines:\nby name." };
      return [
        path,
        { get: { operationId: nameOf(path), ...texts, tags: ["things"], parameters, requestBody, responses } },
      ];
    }),
  );
  return {
    type: "document",
    document: { openapi: "3.1.1", info: { title: "Shop", version: "1.0.0" }, tags: [{ name: "things" }], paths },
    operations: Object.keys(summaries).map((path) => ({
      ...{ operationId: nameOf(path), method: "get", path, tags: ["things"], place: "src/users.ts:12" },
      blockingPaths: [
        {
          message: "fs.readFileSync blocks the event loop.",
          hops: [
            { name: "list", place: "src/users.ts:12" },
            { name: "load", place: "src/users.ts:20" },
          ],
        },
      ],
    })),
    apis: [],
    server: "http://localhost:3000",
    can: { open: true, configure: true },
  };
}

/** With a text in every place where one of the workspace can come to be. */
function evilDocument(text: string): DocumentMessage {
  const path = `/${text.replaceAll(/[/{}\s]/gu, "")}`;
  const schema = {
    type: "object",
    description: text,
    title: text,
    properties: { [text]: { type: "string", enum: [text], default: text, description: text, pattern: text } },
  } as const;
  const { document, ...message } = documentOf({ [path]: text });
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Evil" } } };
  const operation = {
    ...{ operationId: nameOf(path), summary: text, description: text, tags: [text] },
    parameters: [{ name: text, in: "query", description: text, schema: { type: "string", enum: [text] } }],
    requestBody: { description: text, content },
    responses: { 200: { description: text, content } },
  } as const;
  return {
    ...message,
    document: {
      ...document,
      info: { title: text, version: text, description: text },
      tags: [{ name: text, description: text }],
      paths: { [path]: { post: operation } },
      components: { schemas: { Evil: schema } },
    },
  };
}

function nameOf(path: string): string {
  return `get${path.replaceAll(/\W/gu, "")}`;
}
