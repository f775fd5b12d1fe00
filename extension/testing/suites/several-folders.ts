import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, eventually, findings, unfolded } from "./window.js";

describe("a window with two folders", () => {
  it("shows the findings of both", async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    const [folder] = vscode.workspace.workspaceFolders;
    assert.ok(folder);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, "src/app.ts"));
    const all = await eventually(() => (findings().length === 6 ? findings() : undefined), "six findings");
    assert.deepEqual(
      all.filter((finding) => finding.includes("passwords")),
      ["accounts/src/services/passwords.ts:4 no-sync-cpu", "shop/src/services/passwords.ts:4 no-sync-cpu"],
    );
  });

  it("takes the settings of each for its own files", async () => {
    const [, shop] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(shop);
    const settings = vscode.workspace.getConfiguration("loopguard", shop.uri);
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    await settings.update("severity.no-sync-cpu", "off", target);
    const rest = await eventually(() => (findings().length === 5 ? findings() : undefined), "five findings");
    assert.deepEqual(
      rest.filter((finding) => finding.includes("passwords")),
      ["accounts/src/services/passwords.ts:4 no-sync-cpu"],
    );
    await settings.update("severity.no-sync-cpu", undefined, target);
    await eventually(() => (findings().length === 6 ? true : undefined), "six findings again");
  });

  it("lists the routes of both", async () => {
    const { routes } = await api();
    const lines = await unfolded(routes);
    assert.equal(lines.filter((line) => line.startsWith("POST /login ")).length, 2);
  });
});
