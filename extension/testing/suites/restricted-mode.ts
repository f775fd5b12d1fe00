import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, open, uriOf } from "./window.js";

describe("a folder that is not trusted", () => {
  it("is restricted", () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it("is analysed, because nothing of it is executed", async () => {
    await open("src/services/passwords.ts");
    await eventually(() => (findings().length === 3 ? true : undefined), "three findings");
  });

  it("cannot hide anything with its own settings", async () => {
    const file = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(".vscode/settings.json")));
    assert.match(file, /"loopguard\.enable": false/);
    assert.equal(vscode.workspace.getConfiguration("loopguard").get("enable"), true);
  });
});
