import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findingsIn, isFinding, open, uriOf } from "./window.js";

const passwords = "src/services/passwords.ts";

describe("the plugin for tsserver", () => {
  it("would show the finding a second time", async () => {
    await open(passwords);
    await findingsIn(passwords, 1);
    // The plugin is there: asked to speak, it does.
    await tellPlugin({ enable: true });
    await findingsIn(passwords, 2);
  });

  it("is kept quiet by the extension whenever the server runs", async () => {
    await vscode.commands.executeCommand("loopguard.restart");
    await findingsIn(passwords, 1);
  });

  it("does not begin to speak after an edit", async () => {
    const editor = await open(passwords);
    const shown = new Set<number>();
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      shown.add(vscode.languages.getDiagnostics(uriOf(passwords)).filter(isFinding).length);
    });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "const notANumber: number = 'text';\n");
    });
    // TypeScript has looked at the new text by then, and asked the plugin.
    await eventually(
      () => vscode.languages.getDiagnostics(uriOf(passwords)).find(({ source }) => source === "ts"),
      "an error of TypeScript's",
    );
    await findingsIn(passwords, 1);
    listener.dispose();
    assert.ok(
      [...shown].every((count) => count <= 1),
      `findings shown: ${[...shown].join()}`,
    );
    await vscode.commands.executeCommand("undo");
  });
});

async function tellPlugin(configuration: object): Promise<void> {
  const extension = vscode.extensions.getExtension<{
    getAPI(version: 0): { configurePlugin(id: string, configuration: object): void };
  }>("vscode.typescript-language-features");
  assert.ok(extension, "VS Code's extension for TypeScript is not there.");
  const api = (await extension.activate()).getAPI(0);
  api.configurePlugin("typescript-plugin-loopguard", configuration);
}
