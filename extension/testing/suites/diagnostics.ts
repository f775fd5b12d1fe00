import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, findingsIn, open, uriOf } from "./window.js";

const passwords = "src/services/passwords.ts";

describe("findings", () => {
  it("appear when a file is opened, with what blocks, how long, and the rule's page", async () => {
    await open(passwords);
    const [finding] = await findingsIn(passwords, 1);
    assert.match(finding?.message ?? "", /^bcryptjs\.compareSync blocks the event loop for about \d+ ms per call/);
    assert.match(
      finding?.message ?? "",
      /POST \/login waits on it: signIn → isCorrectPassword → bcryptjs\.compareSync/,
    );
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    const { code } = finding;
    assert.ok(typeof code === "object");
    assert.equal(code.value, "no-sync-cpu");
    assert.match(code.target.path, /\/docs\/rules\/no-sync-cpu\.md$/);
  });

  it("carry the path hop by hop", async () => {
    const [finding] = await findingsIn(passwords, 1);
    const hops = (finding?.relatedInformation ?? []).map(
      ({ message, location: { uri, range } }) =>
        `${message}, ${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`,
    );
    assert.deepEqual(hops, [
      "POST /login waits on it, src/routes/sessions.ts:6",
      "→ signIn, src/routes/sessions.ts:8",
      "→ isCorrectPassword, src/services/accounts.ts:8",
    ]);
  });

  it("are shown for files that are not open", async () => {
    const all = await eventually(() => (findings().length === 3 ? findings() : undefined), "three findings");
    assert.deepEqual(all, [
      "src/jobs/disk-usage.ts:18 no-sync-io",
      "src/middleware/block-list.ts:7 no-sync-io",
      "src/services/passwords.ts:4 no-sync-cpu",
    ]);
  });

  it("follow what is typed, before it is saved", async () => {
    const editor = await open(passwords);
    const text = editor.document.getText();
    await replace(editor, text, text.replace(/bcrypt\.compareSync\(.*?\)/, "password === hash"));
    await findingsIn(passwords, 0);
    assert.ok(editor.document.isDirty);
    await vscode.commands.executeCommand("undo");
    await findingsIn(passwords, 1);
  });

  it("follow what is typed in another file", async () => {
    const editor = await open("src/services/accounts.ts");
    const text = editor.document.getText();
    await replace(editor, text, text.replace(/isCorrectPassword\(.*?\)/, "true"));
    await findingsIn(passwords, 0);
    await vscode.commands.executeCommand("undo");
    await findingsIn(passwords, 1);
  });

  it("appear in a file that is not saved yet", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "javascript",
      content: `require("node:http").createServer(() => require("node:child_process").execSync("ls")).listen(0);`,
    });
    await vscode.window.showTextDocument(document);
    await eventually(() => vscode.languages.getDiagnostics(document.uri)[0], "a finding in the unsaved file");
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    assert.ok(
      vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty),
      String(uriOf(passwords)),
    );
  });
});

async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  assert.notEqual(by, text);
  const { document } = editor;
  const everything = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(everything, by);
    }),
  );
}
