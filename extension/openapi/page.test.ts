/** The preview's page in a browser: what it shows and says, that it keeps its place, and that nothing leaves it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { OpenApiResult } from "loopguard-language-server/protocol";
import { type Browser, chromium, type Page } from "playwright-core";
import { bundleExtension } from "../packaging/bundle.js";
import { root } from "../packaging/root.js";
import { findBrowser } from "../testing/browser-editor.js";
import type { FromPage, ToPage } from "./messages.js";
import { previewPage } from "./page.js";

const ORIGIN = "http://preview.invalid";

describe("the page of the OpenAPI preview", function () {
  this.timeout(60_000);
  let browser: Browser | undefined;
  let page: Page;
  let refused: string[];

  before(async function () {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      this.skip();
    } else {
      await bundleExtension();
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    }
  });

  after(() => browser?.close());

  beforeEach(async () => {
    assert.ok(browser);
    page = await browser.newPage();
    refused = [];
    await openPage(page, refused);
  });

  afterEach(() => page.close());

  it("shows the operations, and goes to the handler of one", async () => {
    await tell(page, documentOf({ "/users": "List users", "/users/{id}": "Find a user" }));
    await page.getByText("Find a user").waitFor();
    await page.getByRole("button", { name: "Go to the handler of GET /users/{id}" }).click();
    assert.deepEqual(await heard(page), [
      { type: "ready" },
      { type: "open", operation: { method: "get", path: "/users/{id}" } },
    ]);
    assert.deepEqual(refused, []);
  });

  it("warns of blocking calls", async () => {
    await tell(page, documentOf({ "/users": "List users" }, 2));
    await page.getByText("2 blocking calls").waitFor();
  });

  it("keeps what is unfolded when the document changes", async () => {
    await tell(page, documentOf({ "/users": "List users" }));
    await page.getByRole("button", { name: "get /users", exact: false }).first().click();
    await page.getByText("Fine").first().waitFor();
    await tell(page, documentOf({ "/users": "List all users", "/more": "More" }));
    await page.getByText("List all users").waitFor();
    await page.getByText("Fine").first().waitFor();
  });

  it("shows what comes from the workspace as text, and runs none of it", async () => {
    const attack = '<img src=x onerror="document.title=`owned`"><script>document.title="owned"</script> **bold**';
    await tell(page, documentOf({ "/users": attack }, 0, attack));
    await page.getByText("**bold**").first().waitFor();
    assert.equal(await page.title(), "OpenAPI");
    assert.equal(await page.locator("#document img[src=x]").count(), 0);
    assert.equal(await page.locator("#document strong").count(), 0);
  });

  it("is as dark as the editor", async () => {
    const turns = async (theme: string, isDark: boolean): Promise<void> => {
      await page.evaluate(`document.body.className = "${theme}"`);
      await page.waitForFunction(`document.documentElement.classList.contains("dark-mode") === ${String(isDark)}`);
    };
    await turns("vscode-light", false);
    await turns("vscode-high-contrast", true);
    await turns("vscode-high-contrast-light", false);
    await turns("vscode-dark", true);
  });
});

/** @param refused takes what the page asked of anybody else, and what its policy refused */
async function openPage(page: Page, refused: string[]): Promise<void> {
  const html = previewPage({ nonce: "bm9uY2U=", source: ORIGIN, addressOf: (file) => `${ORIGIN}/${file}` });
  await page.route("**/*", async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      refused.push(route.request().url());
      await route.abort();
    } else if (pathname === "/") {
      await route.fulfill({ body: html, contentType: "text/html" });
    } else {
      const body = await readFile(path.join(root, "out", "preview", path.basename(pathname)));
      await route.fulfill({ body, contentType: pathname.endsWith(".css") ? "text/css" : "text/javascript" });
    }
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.addInitScript(
    "window.said = []; window.acquireVsCodeApi = () => ({ postMessage: (message) => said.push(message) });",
  );
  await page.goto(`${ORIGIN}/`);
}

function tell(page: Page, message: ToPage): Promise<unknown> {
  return page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`);
}

function heard(page: Page): Promise<readonly FromPage[]> {
  return page.evaluate("window.said");
}

/** @param summaries by path */
function documentOf(summaries: Readonly<Record<string, string>>, blockingCalls = 0, description?: string): ToPage {
  const paths: OpenApiResult["document"]["paths"] = Object.fromEntries(
    Object.entries(summaries).map(([each, summary]) => {
      const operationId = `get${each.replaceAll(/\W/gu, "")}`;
      const responses = { 200: { description: "Fine" } };
      return [each, { get: { operationId, summary, responses, ...(description !== undefined && { description }) } }];
    }),
  );
  return {
    type: "document",
    document: { openapi: "3.1.1", info: { title: "Shop", version: "1.0.0" }, paths },
    operations: Object.keys(summaries).map((each) => ({ method: "get", path: each, blockingCalls })),
  };
}
