import assert from "node:assert/strict";
import * as vscode from "vscode";
import { api, chooseFirst, eventually, open } from "./window.js";

describe("the commands", () => {
  before(async () => {
    await api();
  });

  it("are all there", async () => {
    const { contributes } = vscode.extensions.getExtension("loopguard.loopguard-vscode")?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = await vscode.commands.getCommands(true);
    const missing = contributes.commands.filter(({ command }) => !registered.includes(command));
    assert.ok(contributes.commands.length > 7);
    assert.deepEqual(missing, []);
  });

  it("search the routes, and go to the one that is chosen", async () => {
    await open("src/server.ts");
    await chooseFirst("loopguard.searchRoutes");
    assert.match(await placeAfterwards("src/server.ts"), /^src\/\w+/);
  });

  it("step through a blocking path, and leave the cursor on the step that is chosen", async () => {
    const { routes } = await api();
    const route = (await routes.getChildren()).find((row) => row.kind === "route" && row.route.label === "POST /login");
    assert.ok(route?.kind === "route");
    await open("src/server.ts");
    await chooseFirst("loopguard.showPaths", { route: route.route.id });
    assert.equal(await placeAfterwards("src/server.ts"), "src/routes/sessions.ts:6");
  });

  it("step through the path at the cursor, and go to the entry point that leads there", async () => {
    await putCursor("src/services/passwords.ts", "compareSync");
    await chooseFirst("loopguard.showPaths");
    assert.equal(await placeAfterwards("src/services/passwords.ts"), "src/routes/sessions.ts:6");
    await putCursor("src/jobs/disk-usage.ts", "execSync(");
    await vscode.commands.executeCommand("loopguard.goToEntryPoint");
    assert.equal(place(), "src/jobs/disk-usage.ts:8");
  });

  it("lead back to where they began when nothing is chosen", async () => {
    const { routes } = await api();
    const [route] = await routes.getChildren();
    assert.ok(route?.kind === "route");
    await open("src/server.ts");
    const done = vscode.commands.executeCommand("loopguard.showPaths", { route: route.route.id });
    await placeAfterwards("src/server.ts");
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await done;
    assert.match(place(), /^src\/server\.ts:/);
  });

  it("collect what a bug report needs, without source code", async () => {
    await vscode.commands.executeCommand("loopguard.collectDebugInformation");
    const text = vscode.window.activeTextEditor?.document.getText() ?? "";
    for (const part of [vscode.version, process.version.slice(1), '"state": "ready"', "workspace trusted", "minCost"]) {
      assert.ok(text.includes(part), `${part} is missing from:\n${text}`);
    }
    assert.ok(!text.includes("bcrypt.compareSync("));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

async function putCursor(file: string, before: string): Promise<void> {
  const editor = await open(file);
  const position = editor.document.positionAt(editor.document.getText().lastIndexOf(before) + 1);
  editor.selection = new vscode.Selection(position, position);
}

function placeAfterwards(before: string): Promise<string> {
  return eventually(() => (place().startsWith(`${before}:`) ? undefined : place()), "another editor in front");
}

function place(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return "";
  return `${vscode.workspace.asRelativePath(editor.document.uri)}:${String(editor.selection.start.line + 1)}`;
}
