import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, eventually, findings, open } from "./window.js";

describe("restarting the server", () => {
  it("takes the findings away, and brings them back", async () => {
    await open("src/services/passwords.ts");
    await eventually(() => (findings().length === 3 ? true : undefined), "three findings");
    const { status } = await api();
    const seen: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => seen.push(findings().length));
    await vscode.commands.executeCommand("loopguard.restart");
    await eventually(() => (findings().length === 3 && !status.busy ? true : undefined), "three findings");
    listener.dispose();
    assert.ok(seen.includes(0), `${seen.join(", ")} findings were shown while it restarted.`);
    assert.equal(status.text, "3 blocking calls");
  });
});
