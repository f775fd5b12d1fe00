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

  it("lists the routes of both", async () => {
    const { routes } = await api();
    const lines = await unfolded(routes);
    assert.equal(lines.filter((line) => line.startsWith("POST /login ")).length, 2);
  });
});
