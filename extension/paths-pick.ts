/** Blocking paths in a quick pick: first which one, then its hops, each shown in the editor as it is selected. */
import type { PathItem } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "./server.js";
import { cost } from "./wording.js";

/** Asks for one of several paths; one alone needs no question. */
export async function pickPath(paths: readonly PathItem[]): Promise<PathItem | undefined> {
  if (paths.length === 1) return paths[0];
  const items = paths.map((path) => ({
    label: `${path.route.label} → ${path.blockingCall.callee}`,
    description: cost(path.blockingCall),
    detail: path.hops.map(({ name }) => name).join(" → "),
    path,
  }));
  const options = { title: "Blocking paths", placeHolder: "Which path?", matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.path;
}

interface Step extends vscode.QuickPickItem {
  readonly place: vscode.Location;
}

/** Shows the path from its entry point to the blocking call. Leaving it without a choice leads back to where it began. */
export async function stepThrough(server: Server, path: PathItem): Promise<void> {
  const before = vscode.window.activeTextEditor;
  const selection = before?.selection;
  const chosen = await pickStep(stepsOf(server, path), path);
  if (chosen) await show(chosen.place, false);
  else if (before && selection) {
    await vscode.window.showTextDocument(before.document, { selection, ...inColumn(before.viewColumn) });
  }
}

function stepsOf(server: Server, { route, hops }: PathItem): readonly Step[] {
  const steps = hops.map(({ name, location }) => step(`→ ${name}`, server.locationOf(location)));
  const start = server.locationOf(route.location);
  // The first hop is the handler itself, unless the entry point is registered elsewhere.
  const [first, ...others] = steps;
  if (first?.place.range.isEqual(start.range) !== true || first.place.uri.toString() !== start.uri.toString()) {
    return [step(route.label, start), ...steps];
  }
  return [step(`${route.label} ${first.label}`, start), ...others];
}

function step(label: string, place: vscode.Location): Step {
  const line = String(place.range.start.line + 1);
  return { label, description: `${vscode.workspace.asRelativePath(place.uri)}:${line}`, place };
}

function pickStep(steps: readonly Step[], { blockingCall }: PathItem): Promise<Step | undefined> {
  const pick = vscode.window.createQuickPick<Step>();
  pick.title = `${blockingCall.callee}, ${cost(blockingCall)} per call`;
  pick.placeholder = "From the entry point to the blocking call: select to see, Enter to go there";
  pick.items = steps;
  return new Promise((resolve) => {
    pick.onDidChangeActive(([active]) => {
      if (active) void show(active.place, true);
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function show({ uri, range }: vscode.Location, isPreview: boolean): Promise<void> {
  await vscode.window.showTextDocument(uri, { selection: range, preserveFocus: isPreview, preview: isPreview });
}

function inColumn(viewColumn: vscode.ViewColumn | undefined): vscode.TextDocumentShowOptions {
  return viewColumn === undefined ? {} : { viewColumn };
}
