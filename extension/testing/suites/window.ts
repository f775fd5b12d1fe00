/** What the suites ask of the window that they run in. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ExtensionApi } from "../../main.js";
import type { Row } from "../../routes-view.js";

/** How long the window may take to show what a test waits for, in ms. */
const patience = 50_000;

/** Waits until `read` gives something. */
export async function eventually<T>(read: () => T | undefined | Promise<T | undefined>, wanted: string): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    if (Date.now() > end) {
      throw new Error(`The window never had ${wanted}. Findings: ${JSON.stringify(findings(), undefined, 2)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The extension, started as by a person: by opening a file. */
export async function api(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>("loopguard.loopguard-vscode");
  assert.ok(extension, "The extension is not installed.");
  return extension.activate();
}

/** A file of the workspace, by its path from the first folder. */
export function uriOf(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "No folder is open.");
  return vscode.Uri.joinPath(folder.uri, file);
}

export function open(file: string): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(file));
}

/** Runs a command that asks, and answers with the first choice. */
export async function chooseFirst(command: string, ...args: readonly unknown[]): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    isDone = true;
  });
  await eventually(async () => {
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return isDone ? true : undefined;
  }, "an answer to what it asked");
  await done;
}

/** Every finding that the window shows, as `file:line rule`. */
export function findings(): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics.filter(isFinding).map(({ range, code }) => {
        return `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)} ${nameOf(code)}`;
      }),
    )
    .sort();
}

/** Waits for the findings of one file to be as many as wanted. */
export function findingsIn(file: string, number: number): Promise<readonly vscode.Diagnostic[]> {
  return eventually(
    () => {
      const found = vscode.languages.getDiagnostics(uriOf(file)).filter(isFinding);
      return found.length === number ? found : undefined;
    },
    `${String(number)} findings in ${file}`,
  );
}

export function isFinding({ source }: vscode.Diagnostic): boolean {
  return source === "loopguard";
}

/** The view as text: a line for each row that a person can unfold, indented by its depth. */
export async function unfolded(routes: ExtensionApi["routes"], row?: Row, indent = ""): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const child of await routes.getChildren(row)) {
    const { label, description } = routes.getTreeItem(child);
    lines.push(`${indent}${typeof label === "string" ? label : ""} (${String(description)})`);
    lines.push(...(await unfolded(routes, child, `${indent}  `)));
  }
  return lines;
}

function nameOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
