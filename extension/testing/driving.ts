/** Drives an open window as a person does: by keys, the palette and the file picker. */
import type { FrameLocator, Locator, Page } from "playwright-core";

/** Opens a file by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await quickInput(page, "Control+P", name);
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
}

/** Runs a command of the palette by its title. */
export function command(page: Page, title: string): Promise<void> {
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

/** The page inside of the panel that is in front. */
export function panel(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}

/** In pixels from the top of the window, as soon as it stays there: views move while references are resolved. */
export async function settledTop(element: Locator): Promise<number> {
  let last = Number.NaN;
  for (;;) {
    const { y = Number.NaN } = (await element.boundingBox()) ?? {};
    if (y === last) return y;
    last = y;
    await element.page().waitForTimeout(600);
  }
}
