import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, findingsIn, open } from "./window.js";

describe("the settings", () => {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("loopguard");
  const target = vscode.ConfigurationTarget.Workspace;

  it("change a rule's severity, and switch it off, without a restart", async () => {
    await open("src/services/passwords.ts");
    await settings().update("severity.no-sync-cpu", "hint", target);
    await eventually(
      async () =>
        (await findingsIn("src/services/passwords.ts", 1))[0]?.severity === vscode.DiagnosticSeverity.Hint || undefined,
      "a hint",
    );
    await settings().update("severity.no-sync-cpu", "off", target);
    await findingsIn("src/services/passwords.ts", 0);
    await settings().update("severity.no-sync-cpu", undefined, target);
    await findingsIn("src/services/passwords.ts", 1);
  });

  it("leave out what is cheap", async () => {
    await settings().update("minCost", 3, target);
    await eventually(() => (findings().length === 2 ? true : undefined), "two findings");
    assert.ok(findings().every((finding) => !finding.startsWith("src/middleware/")));
    await settings().update("minCost", undefined, target);
    await eventually(() => (findings().length === 3 ? true : undefined), "three findings");
  });

  it("switch everything off", async () => {
    await settings().update("enable", false, target);
    await eventually(() => (findings().length === 0 ? true : undefined), "no findings");
    await settings().update("enable", undefined, target);
    await eventually(() => (findings().length === 3 ? true : undefined), "three findings");
  });
});
