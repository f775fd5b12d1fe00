/** `npm run screenshots`: pictures of the extension at work on the sample server, for the documentation. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { packedExtension } from "../packaging/packed-extension.js";
import { root } from "../packaging/root.js";
import { findBrowser, showWindow } from "./browser-editor.js";
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
const { folder: extension } = await packedExtension();
await mkdir(out, { recursive: true });
for (const [theme, colorTheme] of Object.entries(themes)) {
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

async function openFile(page: Page, name: string): Promise<void> {
  await quickInput(page, "Control+P", name);
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
}

function command(page: Page, title: string): Promise<void> {
  return quickInput(page, "F1", title);
}

/** Opens the box with a key, and takes the first of what it offers for the text. */
async function quickInput(page: Page, key: string, text: string): Promise<void> {
  const box = page.locator(".quick-input-widget");
  await box.waitFor({ state: "hidden" });
  await page.keyboard.press(key);
  await box.waitFor({ state: "visible" });
  await page.keyboard.type(text, { delay: 20 });
  await page.locator(`.quick-input-list .monaco-list-row:has-text("${text}")`).first().waitFor();
  await page.keyboard.press("Enter");
  await box.waitFor({ state: "hidden" });
}
