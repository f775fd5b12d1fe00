import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, eventually, findingsIn, open, uriOf } from "./window.js";

describe("in the editor", () => {
  before(async () => {
    await api();
    await open("src/routes/sessions.ts");
    await findingsIn("src/services/passwords.ts", 1);
  });

  it("a line above a handler counts what it waits on, and leads to the paths", async () => {
    const lens = await eventually(async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        uriOf("src/routes/sessions.ts"),
        10,
      );
      return lenses.find(({ command }) => command?.command === "loopguard.showPaths");
    }, "a code lens");
    assert.equal(lens.command?.title, "POST /login: 1 blocking call, over 20 ms");
    assert.equal(lens.range.start.line, 5);
  });

  it("a hover on a helper says who waits on it", async () => {
    const { document } = await open("src/services/accounts.ts");
    const position = document.positionAt(document.getText().lastIndexOf("isCorrectPassword(") + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : "")),
    );
    const own = texts.find((text) => text.includes("event loop"));
    assert.match(own ?? texts.join("\n"), /bcryptjs\.compareSync.*\n\nWaiting on it: POST \/login\.$/s);
  });
});
