import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, eventually, open, unfolded } from "./window.js";

describe("the view of routes", () => {
  it("lists what waits, the slowest first, with each path hop by hop", async () => {
    await open("src/app.ts");
    const { routes } = await api();
    const lines = await eventually(async () => {
      const found = await unfolded(routes);
      return found.length > 0 ? found : undefined;
    }, "routes");
    assert.deepEqual(
      lines.map((line) => line.replace(/\d+ ms\)$/, "… ms)")),
      [
        "POST /login (1 blocking call)",
        "  bcryptjs.compareSync (… ms)",
        "    signIn (sessions.ts:8)",
        "    isCorrectPassword (accounts.ts:8)",
        "    bcryptjs.compareSync (passwords.ts:4)",
        "setInterval callback (1 blocking call)",
        "  child_process.execSync (over … ms)",
        "    diskUsage (disk-usage.ts:9)",
        "    run (disk-usage.ts:14)",
        "    child_process.execSync (disk-usage.ts:18)",
        "middleware (1 blocking call)",
        "  fs.readFileSync (0.… ms)",
        "    blockList (block-list.ts:6)",
        "    fs.readFileSync (block-list.ts:7)",
      ],
    );
  });

  it("leads to the handler, to the call and to every step between", async () => {
    const { routes } = await api();
    const [route] = await routes.getChildren();
    const [path] = await routes.getChildren(route);
    const hops = await routes.getChildren(path);
    const places: string[] = [];
    for (const row of [route, path, ...hops]) {
      assert.ok(row);
      const { command } = routes.getTreeItem(row);
      assert.ok(command);
      await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const { document, selection } = editor;
      places.push(`${vscode.workspace.asRelativePath(document.uri)}:${String(selection.start.line + 1)}`);
    }
    assert.deepEqual(places, [
      "src/routes/sessions.ts:6",
      "src/services/passwords.ts:4",
      "src/routes/sessions.ts:8",
      "src/services/accounts.ts:8",
      "src/services/passwords.ts:4",
    ]);
  });
});
