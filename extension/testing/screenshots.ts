/**
 * `npm run screenshots`: pictures of the extension at work, for the documentation. `npm run screenshots -- openapi`
 * takes those of the preview alone.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { packedExtension } from "../packaging/packed-extension.js";
import { root } from "../packaging/root.js";
import { findBrowser, showWindow } from "./browser-editor.js";
import { command, openFile, panel } from "./driving.js";
import { openShop } from "./shop.js";
import { sampleWorkspace } from "./workspaces.js";

interface Picture {
  readonly name: string;
  /** Brings what is to be seen into the window, and says which part of it that is. */
  readonly show: (page: Page) => Promise<string>;
}

/** Nothing that distracts from what is to be seen. */
const calm = {
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "editor.wordWrap": "on",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

const themes = { dark: "Default Dark Modern", light: "Default Light Modern" };
const pictures: readonly Picture[] = [
  { name: "problems", show: showProblems },
  { name: "routes", show: showRoutes },
  { name: "path", show: showPath },
  { name: "hover", show: showHover },
];

const workbench = ".monaco-workbench";

const out = path.join(root, "docs", "images");
const executable = findBrowser();
if (executable === undefined) throw new Error("Install Chromium to take screenshots.");
const { folder: extension } = await packedExtension("screenshots");
await mkdir(out, { recursive: true });
const isPreviewAlone = process.argv[2] === "openapi";
for (const [theme, colorTheme] of isPreviewAlone ? [] : Object.entries(themes)) {
  const workspace = sampleWorkspace(["sample-server"]);
  const settings = { "workbench.colorTheme": colorTheme, ...calm };
  const opens = path.join(workspace.folder, "sample-server");
  const window = await showWindow(extension, executable, { opens, settings, isTrusted: true });
  const { page } = window;
  try {
    await page.setViewportSize({ width: 1120, height: 560 });
    await page.waitForSelector(".monaco-workbench .explorer-folders-view", { timeout: 60_000 });
    for (const { name, show } of pictures) {
      const part = await show(page);
      const file = path.join(out, `${name}-${theme}.png`);
      await page.waitForTimeout(1000);
      await page.locator(part).first().screenshot({ path: file });
      console.log(path.relative(root, file));
    }
  } finally {
    await window.close();
    workspace.remove();
  }
}

await showPreviews();

/** The preview beside the code, in both themes. */
async function showPreviews(): Promise<void> {
  for (const [theme, colorTheme] of Object.entries(themes)) {
    const shop = await openShop();
    const settings = { "workbench.colorTheme": colorTheme, "loopguard.openapi.server": shop.address, ...calm };
    const window = await showWindow(extension, executable ?? "", { opens: shop.folder, settings, isTrusted: true });
    const { page } = window;
    try {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.waitForSelector(".monaco-workbench .explorer-folders-view", { timeout: 60_000 });
      await openFile(page, "app.js");
      await command(page, "View: Toggle Primary Side Bar Visibility");
      await command(page, "Loopguard: Preview OpenAPI");
      const preview = panel(page);
      const book = preview.locator('.opblock:has(loopguard-operation[path="/books/{id}"])');
      await book.getByRole("button", { name: "Go to handler" }).click({ timeout: 60_000 });
      await preview.getByText("1 blocking call").click();
      await book.locator(".opblock-summary-control").click();
      await preview.getByText("Finds a book.").waitFor();
      await preview.locator("body").evaluate("window.scrollTo(0, 130)");
      await page.waitForTimeout(1000);
      for (const view of ["Swagger UI", "Redoc"]) {
        await preview.getByRole("button", { name: view }).click();
        await preview.locator("#swagger .opblock:visible, #redoc [data-section-id]:visible").first().waitFor();
        await page.waitForTimeout(1500);
        const file = path.join(out, `openapi-${view === "Redoc" ? "redoc-" : ""}${theme}.png`);
        await page.locator(workbench).first().screenshot({ path: file });
        console.log(path.relative(root, file));
      }
    } finally {
      await window.close();
      shop.close();
    }
  }
}

async function showProblems(page: Page): Promise<string> {
  await openFile(page, "passwords.ts");
  await page.waitForSelector(".squiggly-error", { timeout: 60_000 });
  await command(page, "Problems: Focus on Problems View");
  await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 30_000 });
  await page.keyboard.press("Control+F");
  await page.keyboard.type("bcrypt", { delay: 10 });
  return workbench;
}

async function showRoutes(page: Page): Promise<string> {
  await command(page, "View: Toggle Panel Visibility");
  await command(page, "Loopguard: Focus on Blocked Routes View");
  await widenSideBar(page);
  await row(page, "POST /login").locator(".monaco-tl-twistie").click();
  await row(page, "bcryptjs.compareSync").locator(".monaco-tl-twistie").click();
  await row(page, "isCorrectPassword").click();
  return workbench;
}

async function showPath(page: Page): Promise<string> {
  await row(page, "POST /login").hover();
  await row(page, "POST /login").locator(".action-label").first().click();
  await page.waitForSelector(".quick-input-list .monaco-list-row");
  await page.keyboard.press("ArrowDown");
  // Away from where it would bring up a tooltip.
  await page.mouse.move(700, 450);
  return workbench;
}

async function showHover(page: Page): Promise<string> {
  await page.keyboard.press("Escape");
  await command(page, "View: Toggle Primary Side Bar Visibility");
  await openFile(page, "accounts.ts");
  await page.setViewportSize({ width: 1120, height: 330 });
  await page.locator('.view-line span:text-is("isCorrectPassword")').last().hover();
  await page.waitForSelector('.monaco-hover:not(.hidden):has-text("event loop")', { timeout: 30_000 });
  return ".editor-instance";
}

async function widenSideBar(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator(".part.sidebar").boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(x + width, y + height / 3);
  await page.mouse.down();
  await page.mouse.move(x + width + 90, y + height / 3, { steps: 5 });
  await page.mouse.up();
}

/** The first row of the routes' view that has this text. */
function row(page: Page, text: string): Locator {
  return page.locator(`.sidebar .monaco-list-row:has-text("${text}")`).first();
}
