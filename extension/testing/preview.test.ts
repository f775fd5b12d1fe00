/** The preview in a real VS Code, driven as by a person. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { FrameLocator, Page, Request } from "playwright-core";
import { packedExtension } from "../packaging/packed-extension.js";
import { findBrowser, type OpenWindow, showWindow } from "./browser-editor.js";
import { command, openFile, panel, settledTop } from "./driving.js";
import { openShop, type Shop } from "./shop.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** What is typed is what is written. */
const plainEditor = {
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoIndent": "none",
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.suggestOnTriggerCharacters": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

describe("the preview in a real VS Code", function () {
  this.timeout(240_000);
  let shop: Shop | undefined;
  let window: OpenWindow | undefined;
  let page: Page;
  let preview: FrameLocator;
  /** Requests that went elsewhere than to this machine. */
  const elsewhere: string[] = [];

  before(async function () {
    const executable = findBrowser();
    if (executable === undefined) {
      if (process.env["CI"]) throw new Error("install Chromium to run these tests in a real VS Code");
      this.skip();
    }
    shop = await openShop();
    const settings = {
      ...plainEditor,
      "loopguard.openapi.server": shop.address,
      "workbench.colorTheme": "Default Dark Modern",
    };
    const { folder } = await packedExtension("preview");
    window = await showWindow(folder, executable, { opens: shop.folder, settings, isTrusted: true });
    page = window.page;
    page.setDefaultTimeout(45_000);
    page.context().on("request", (request) => {
      // The window around the page asks for extensions of others.
      if (isOfPage(request) && !isLocal(request.url())) elsewhere.push(request.url());
    });
    preview = panel(page);
    await page.waitForSelector(".monaco-workbench .explorer-folders-view");
  });

  after(async () => {
    await window?.close();
    shop?.close();
  });

  it("opens beside the code, and follows what is typed but not saved, keeping what is unfolded", async () => {
    await openFile(page, "app.js");
    await command(page, "Loopguard: Preview OpenAPI");
    await operation("/books/{id}").locator(".opblock-summary-control").click();
    await preview.getByText("Finds a book.").waitFor();
    await preview.locator("body").evaluate("window.scrollTo(0, 60)");
    const before = await settledTop(operation("/books/{id}"));
    await page.locator('.tab[data-resource-name="app.js"]').click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type('app.get("/added", (req, res) => { res.json({ added: true }); });');
    await operation("/added").waitFor();
    await preview.getByText("Finds a book.").waitFor();
    assert.equal(await page.locator('.tab.dirty[data-resource-name="app.js"]').count(), 1);
    // What was added is above.
    const after = await settledTop(operation("/books/{id}"));
    assert.ok(Math.abs(after - before) < 3, JSON.stringify({ before, after }));
  });

  it("leads to the handler, and marks the operation that the cursor is in", async () => {
    await operation("/books/{id}").getByRole("button", { name: "Go to handler" }).click();
    await page.locator(".statusbar-item", { hasText: /Ln 14, Col/u }).waitFor();
    await preview.locator("[aria-current=location]", { hasText: "/books/{id}" }).waitFor();
    await operation("/catalogue").getByRole("button", { name: "Go to handler" }).click();
    await preview.locator("[aria-current=location]", { hasText: "/catalogue" }).waitFor();
    assert.equal(await preview.locator("[aria-current=location]").count(), 1);
  });

  it("leads from one to the next by the tab key, and to the handler by Enter", async () => {
    await preview.getByRole("button", { name: "Swagger UI" }).click();
    const passed: string[] = [];
    while (!passed.at(-1)?.startsWith("Go to handler of GET /catalogue") && passed.length < 30) {
      await page.keyboard.press("Tab");
      passed.push(await preview.locator("body").evaluate(FOCUSED));
    }
    const main = passed.filter((name) => /^(?:Redoc|Change|GET|⚠|Go to)/u.test(name));
    assert.deepEqual(
      main.map((name) => name.split(",")[0]),
      [
        ...["Redoc", "Change…", "GET/addedGet added", "Go to handler of GET /added"],
        ...["GET/books/{id}Find book", "Go to handler of GET /books/{id}"],
        ...["GET/catalogueCatalogue", "⚠ 1 blocking call", "Go to handler of GET /catalogue"],
      ],
    );
    await page.keyboard.press("Enter");
    await page.locator(".statusbar-item", { hasText: /Ln 21, Col/u }).waitFor();
  });

  it("leads to what blocks, hop by hop", async () => {
    await operation("/catalogue").getByText("1 blocking call").click();
    await operation("/catalogue").getByRole("button", { name: "Go to fs.readFileSync" }).click();
    await page.locator(".statusbar-item", { hasText: /Ln 26, Col/u }).waitFor();
  });

  it("sends what is tried out to the server in the settings", async () => {
    const book = operation("/books/{id}");
    await book.getByRole("button", { name: "Try it out" }).click();
    await book.getByPlaceholder("id").fill("k 7");
    await book.getByRole("button", { name: "Execute" }).click();
    await book.getByText("The Trial").first().waitFor();
    assert.ok(await book.getByText("x-powered-by: Express", { exact: false }).count());
  });

  it("has the editor's theme, and no fault that axe finds in it, in either view", async () => {
    for (const theme of ["Default Light Modern", "Default High Contrast", "Default Dark Modern"]) {
      shop?.set({ "workbench.colorTheme": theme });
      await preview.locator(themeClass(theme)).waitFor({ state: "attached" });
      for (const view of ["Redoc", "Swagger UI"]) {
        await preview.getByRole("button", { name: view }).click();
        await preview.locator("#swagger .opblock:visible, #redoc [data-section-id]:visible").first().waitFor();
        assert.deepEqual(await faults(preview), [], `${theme}, ${view}`);
      }
    }
  });

  it("is there again after a reload, with what was unfolded", async () => {
    await page.reload();
    await page.waitForSelector(".monaco-workbench .explorer-folders-view");
    await preview.getByText("Finds a book.").waitFor();
  });

  it("asked nobody but this machine", () => {
    assert.deepEqual(elsewhere, []);
  });

  function operation(url: string) {
    return preview.locator(`.opblock:has(loopguard-operation[path="${url}"])`);
  }
});

/** What the control that has the keyboard is called, to whoever does not see it. */
const FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()";

function isOfPage(request: Request): boolean {
  return request.serviceWorker() !== null || request.frame().parentFrame() !== null;
}

/** VS Code serves a panel's files by names of its own, which its service worker answers. */
function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const isOfPanels = hostname.endsWith(".vscode-cdn.net") || hostname.endsWith(".vscode-webview.net");
  return !/^(?:https?|wss?):$/u.test(protocol) || ["127.0.0.1", "localhost"].includes(hostname) || isOfPanels;
}

function themeClass(theme: string): string {
  if (theme.includes("High Contrast")) return "html.dark-mode body.vscode-high-contrast";
  return theme.includes("Light") ? "html:not(.dark-mode) body.vscode-light" : "html.dark-mode body.vscode-dark";
}

/** What axe finds, as `rule: selector message`. */
async function faults(preview: FrameLocator): Promise<readonly string[]> {
  const body = preview.locator("body");
  // Redoc is made anew in the colours of another theme, beside what is there.
  await preview.locator("#redoc[aria-busy]").waitFor({ state: "detached" });
  await body.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))");
  await body.evaluate(await readFile(axe, "utf8"));
  return body.evaluate(`axe.run(document, { resultTypes: ["violations"], iframes: false }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => id + ": " + target.join(" ") + " " + (any[0]?.message ?? ""))))`);
}
