/** The extension's entry: starts the language server and everything that shows what it finds. */
import * as vscode from "vscode";
import { registerCommands } from "./commands.js";
import { keepPluginQuiet } from "./plugin.js";
import { OpenApiDocuments } from "./openapi/documents.js";
import { OpenApiPreview } from "./openapi/preview.js";
import { RoutesView } from "./routes-view.js";
import { Server } from "./server.js";
import { StatusItem } from "./status-item.js";

/** What `activate` gives to other extensions, and to the tests: the parts of the window that show findings. */
export interface ExtensionApi {
  readonly status: vscode.LanguageStatusItem;
  readonly routes: RoutesView;
  readonly openApi: OpenApiPreview;
}

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): ExtensionApi {
  server = new Server(context);
  const status = new StatusItem(server);
  const routes = new RoutesView(server);
  const documents = new OpenApiDocuments(server);
  const openApi = new OpenApiPreview(server, documents, context);
  context.subscriptions.push(server, status, routes, documents, openApi);
  context.subscriptions.push(...registerCommands(server, documents, openApi, context));
  const started = server;
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.restart()),
    keepPluginQuiet(server),
  );
  // The editor waits for extensions; what asks the server waits for it by itself.
  void server.start();
  return { status: status.item, routes, openApi };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
