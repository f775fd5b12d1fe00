import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, chooseFirst, eventually, open, uriOf } from "./window.js";

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, unknown>>;
}

describe("the OpenAPI document", () => {
  before(async () => {
    await open("src/app.ts");
    const { status } = await api();
    await eventually(() => (status.busy ? undefined : true), "an analysis");
  });

  it("is copied as JSON and as YAML", async () => {
    await vscode.commands.executeCommand("loopguard.copyOpenApiJson");
    const { openapi, paths } = JSON.parse(await vscode.env.clipboard.readText()) as Document;
    assert.match(openapi, /^3\.1\./);
    assert.ok(paths["/login"], Object.keys(paths).join());
    await vscode.commands.executeCommand("loopguard.copyOpenApiYaml");
    assert.match(await vscode.env.clipboard.readText(), /^openapi: 3\.1\.[^]*^ {2}\/login:$/m);
  });

  for (const format of ["JSON", "YAML"]) {
    it(`is shown as ${format}, follows what is typed, and cannot be changed`, async () => {
      const editor = await open("src/app.ts");
      await vscode.commands.executeCommand(
        format === "JSON" ? "loopguard.showOpenApiJson" : "loopguard.showOpenApiYaml",
      );
      const shown = vscode.window.activeTextEditor?.document;
      assert.ok(shown);
      assert.equal(shown.languageId, format.toLowerCase());
      const before = shown.getText();
      assert.ok(before.includes("/login"));
      await vscode.commands.executeCommand("type", { text: "x" });
      assert.equal(shown.getText(), before);
      await vscode.commands.executeCommand("workbench.action.focusFirstEditorGroup");
      const place = editor.document.positionAt(editor.document.getText().indexOf("return app"));
      await editor.edit((edit) => {
        edit.insert(place, 'app.get("/typed", (_request, response) => { response.json({ typed: true }); });\n');
      });
      await eventually(() => shown.getText().includes("/typed") || undefined, "the route that was typed");
      await vscode.commands.executeCommand("undo");
      await eventually(() => shown.getText() === before || undefined, "the document as it was");
      await vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
    });
  }

  it("is exported to the file that is chosen", async () => {
    await chooseFirst("loopguard.exportOpenApi");
    const file = uriOf("openapi.yaml");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    await vscode.workspace.fs.delete(file);
    assert.match(text, /^openapi: 3\.1\.[^]*^ {2}\/login:$/m);
  });
});
