import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { api, eventually, findingsIn, uriOf } from "./window.js";

const passwords = "src/services/passwords.ts";

// Of a file that no test has opened: VS Code keeps a document that an extension has opened for minutes after its
// last tab is closed, and the client for language servers asks for such a document's diagnostics in no way at all.
describe("the disk", () => {
  it("is followed where another program writes to it", async () => {
    await api();
    await findingsIn(passwords, 1);
    const file = uriOf(passwords).fsPath;
    const text = readFileSync(file, "utf8");
    await written(file, text.replace(/bcrypt\.compareSync\(.*?\)/, "password === hash"));
    await findingsIn(passwords, 0);
    await written(file, text);
    await findingsIn(passwords, 1);
  });
});

/** Writes a file as another program does, until VS Code has seen it: its watcher may have begun a moment too late. */
async function written(file: string, text: string): Promise<void> {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(file.replace(/[^/\\]+$/, "")), "*");
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let isSeen = false;
  watcher.onDidChange(({ fsPath }) => {
    isSeen ||= fsPath === file;
  });
  let wait = 0;
  try {
    await eventually(() => {
      // Every second: what is asked for comes by itself, only not always at once.
      if (wait++ % 20 === 0) writeFileSync(file, text);
      return isSeen || undefined;
    }, `an event for ${file}`);
  } finally {
    watcher.dispose();
  }
}
