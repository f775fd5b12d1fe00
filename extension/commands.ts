/** The commands of the palette, each by its name in the manifest. */
import type { PathsParams, RouteItem } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import { collectDebugInformation } from "./debug-information.js";
import { copyDocument, exportDocument, showText } from "./openapi/commands.js";
import type { OpenApiDocuments } from "./openapi/documents.js";
import type { OpenApiPreview } from "./openapi/preview.js";
import { pickPath, stepThrough } from "./paths-pick.js";
import { pickRoute } from "./routes-pick.js";
import type { Row } from "./routes-view.js";
import { openRulePage } from "./rule-page.js";
import type { Server } from "./server.js";

export function registerCommands(
  server: Server,
  documents: OpenApiDocuments,
  openApi: OpenApiPreview,
  context: vscode.ExtensionContext,
): readonly vscode.Disposable[] {
  const commands: Readonly<Record<string, (argument: never) => unknown>> = {
    "loopguard.scan": () => server.scan(),
    "loopguard.showPaths": (params: PathsParams | undefined) => showPaths(server, params ?? placeOfCursor()),
    "loopguard.showPathsOfRoute": (row: Row) =>
      row.kind === "route" ? showPaths(server, { route: row.route.id }) : undefined,
    "loopguard.goToEntryPoint": () => goToEntryPoint(server),
    "loopguard.searchRoutes": () => searchRoutes(server),
    "loopguard.previewOpenApi": () => {
      openApi.open();
    },
    "loopguard.exportOpenApi": () => exportDocument(documents),
    "loopguard.copyOpenApiJson": () => copyDocument(documents, "json"),
    "loopguard.copyOpenApiYaml": () => copyDocument(documents, "yaml"),
    "loopguard.showOpenApiJson": () => showText(documents, "json"),
    "loopguard.showOpenApiYaml": () => showText(documents, "yaml"),
    "loopguard.openRulePage": (rule: string | undefined) => openRulePage(context, rule),
    "loopguard.restart": () => server.restart(),
    "loopguard.showLog": () => {
      server.log.show();
    },
    "loopguard.collectDebugInformation": () => collectDebugInformation(server, context),
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run));
}

async function showPaths(server: Server, params: PathsParams): Promise<void> {
  const paths = await server.paths(params);
  if (paths.length === 0) {
    void vscode.window.showInformationMessage("No blocking path goes through here.");
    return;
  }
  const path = await pickPath(paths);
  if (path) await stepThrough(server, path);
}

async function goToEntryPoint(server: Server): Promise<void> {
  const paths = await server.paths(placeOfCursor());
  const routes = new Map(paths.map(({ route }) => [route.id, route]));
  if (routes.size === 0) {
    void vscode.window.showInformationMessage("No entry point is known to lead from here to a blocking call.");
    return;
  }
  const [only] = routes.size === 1 ? routes.values() : [];
  const route = only ?? (await pickRoute(server, [...routes.values()], "Entry points that lead here"));
  if (route) await open(server, route);
}

async function searchRoutes(server: Server): Promise<void> {
  const route = await pickRoute(server, await server.routes(), "Routes, and what else the event loop calls");
  if (route) await open(server, route);
}

async function open(server: Server, { location }: Pick<RouteItem, "location">): Promise<void> {
  const { uri, range } = server.locationOf(location);
  await vscode.window.showTextDocument(uri, { selection: range });
}

/** Where the cursor is; everywhere while no editor is open. */
function placeOfCursor(): PathsParams {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return {};
  const { line, character } = editor.selection.active;
  return { at: { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } } };
}
