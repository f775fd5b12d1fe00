import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("diagnostics", () => {
  it("has the extension", async () => {
    const ext = vscode.extensions.getExtension("loopguard.loopguard-vscode");
    assert.ok(ext);
    await ext.activate();
    assert.equal(await vscode.commands.executeCommand("loopguard.scan"), 1);
  });
  it("opened", () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    assert.equal(vscode.workspace.isTrusted, true);
  });
});
