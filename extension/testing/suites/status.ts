import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, eventually, findings, open } from "./window.js";

describe("the status item", () => {
  it("says how much was found, in how many files, and how long that took", async () => {
    await open("src/app.ts");
    const { status } = await api();
    await eventually(() => (status.busy ? undefined : true), "an idle status item");
    assert.equal(status.text, "3 blocking calls");
    assert.match(status.detail ?? "", /^14 files in [\d.]+ m?s/);
    assert.equal(status.severity, vscode.LanguageStatusSeverity.Information);
    assert.equal(status.command?.command, "loopguard.searchRoutes");
  });

  it("changes with the findings", async () => {
    const { status } = await api();
    const editor = await open("src/services/passwords.ts");
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), "/* eslint-disable loopguard/no-sync-cpu */\n");
    });
    await eventually(() => (findings().length === 2 && !status.busy ? true : undefined), "two findings");
    assert.equal(status.text, "2 blocking calls");
    await vscode.commands.executeCommand("undo");
    await eventually(() => (status.text === "3 blocking calls" ? true : undefined), "three findings again");
  });
});
