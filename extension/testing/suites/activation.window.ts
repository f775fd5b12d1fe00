/** How long the extension takes to activate, in a window where nothing has made it do so yet: its test's duration. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { runMocha } from "./run-mocha.js";

export const run = (): Promise<void> =>
  runMocha(() => {
    const extension = vscode.extensions.getExtension("loopguard.loopguard-vscode");
    assert.equal(extension?.isActive, false);
    it("activates", async () => {
      await extension.activate();
    });
    return Promise.resolve();
  });
