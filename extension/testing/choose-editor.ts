/** Which real VS Code the suites run in: the desktop's where it can be had, otherwise the one that npm carries. */
import { browserEditor, findBrowser } from "./browser-editor.js";
import { desktopEditor } from "./desktop-editor.js";
import type { Editor, LoadedPaths } from "./window.js";

/** Either an editor, or one line that says what to install. */
export type Choice = { readonly editor: Editor } | { readonly missing: string };

export async function chooseEditor(paths: LoadedPaths): Promise<Choice> {
  const desktop = await desktopEditor(paths);
  if (desktop !== undefined) return { editor: desktop };
  const browser = findBrowser();
  if (browser === undefined) {
    return { missing: "install Chromium (Debian: apt-get install chromium) to run these tests in a real VS Code" };
  }
  try {
    return { editor: await browserEditor(paths, browser) };
  } catch (error) {
    return { missing: `npm must be able to install code-server, which carries VS Code: ${String(error)}` };
  }
}
