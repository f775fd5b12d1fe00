/** "Preview OpenAPI": the document of the workspace beside the code, following what is typed. */
import { randomBytes } from "node:crypto";
import {
  DEFAULT_SERVER,
  forward,
  type FromPage,
  messageOf,
  previewPage,
  type ToPage,
} from "@loopguard/openapi-preview";
import type { OpenApiResult } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "../server.js";
import type { OpenApiDocuments } from "./documents.js";
import { operationAt } from "./operation-at.js";

const VIEW_TYPE = "loopguard.openapi";
const SERVER_SETTING = "loopguard.openapi.server";

export class OpenApiPreview implements vscode.Disposable {
  readonly #server: Server;
  readonly #documents: OpenApiDocuments;
  /** Where the page's scripts and styles are. */
  readonly #assets: vscode.Uri;
  readonly #parts: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #result: OpenApiResult | undefined;
  #isReady = false;
  #isUpdating = false;
  /** Something has changed since the update began. */
  #isStale = false;

  constructor(server: Server, documents: OpenApiDocuments, context: vscode.ExtensionContext) {
    this.#server = server;
    this.#documents = documents;
    this.#assets = vscode.Uri.joinPath(context.extensionUri, "out", "preview");
    this.#parts = vscode.Disposable.from(
      documents.onDidChange(() => void this.update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [first] = selections;
        if (first && this.#panel) this.reveal(textEditor.document.uri, first.active);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SERVER_SETTING)) void this.update();
      }),
      // After the window was reloaded.
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel) => {
          this.show(panel);
          return Promise.resolve();
        },
      }),
    );
  }

  /** The document that is shown, as of the latest analysis. */
  get result(): OpenApiResult | undefined {
    return this.#result;
  }

  open(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.show(vscode.window.createWebviewPanel(VIEW_TYPE, "OpenAPI", column));
  }

  dispose(): void {
    this.#parts.dispose();
    this.#panel?.dispose();
  }

  private show(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#assets] };
    webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    webview.html = previewPage({
      nonce: randomBytes(16).toString("base64"),
      source: webview.cspSource,
      addressOf: (file) => webview.asWebviewUri(vscode.Uri.joinPath(this.#assets, file)).toString(),
    });
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        if (message.api !== undefined) this.#documents.choose(message.api);
        await this.update();
        break;
      case "choose":
        this.#documents.choose(message.api);
        break;
      case "open":
        await this.openSource(message);
        break;
      case "configure":
        await vscode.commands.executeCommand("workbench.action.openSettings", SERVER_SETTING);
        break;
      case "send": {
        const options = { server: this.serverAddress(), setBy: `the setting ${SERVER_SETTING}` };
        const answer = await forward(message.request, options);
        this.post({ type: "answer", id: message.id, answer });
        break;
      }
    }
  }

  /** One at a time: what changes meanwhile is taken together. */
  private async update(): Promise<void> {
    if (!this.#panel || !this.#isReady) return;
    this.#isStale = true;
    if (this.#isUpdating) return;
    this.#isUpdating = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        const result = await this.#documents.get();
        if (!result) continue;
        this.#result = result;
        this.post(
          messageOf(result, {
            server: this.serverAddress(),
            can: { open: true, configure: true },
            placeOf: (location) => this.placeOf(location),
          }),
        );
        const editor = vscode.window.activeTextEditor;
        if (editor) this.reveal(editor.document.uri, editor.selection.active);
      }
    } finally {
      this.#isUpdating = false;
    }
  }

  private post(message: ToPage): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }

  private async openSource({ operationId, hop }: Extract<FromPage, { type: "open" }>): Promise<void> {
    const operation = this.#result?.operations.find((each) => each.operationId === operationId);
    const location = hop ? operation?.blockingPaths[hop.path]?.hops[hop.hop]?.location : operation?.location;
    if (!location) return;
    const { uri, range } = this.#server.locationOf(location);
    await vscode.window.showTextDocument(uri, { selection: range, viewColumn: vscode.ViewColumn.One });
  }

  private reveal(uri: vscode.Uri, position: vscode.Position): void {
    const operation = operationAt(this.#result?.operations ?? [], this.#server, uri, position);
    this.post({ type: "reveal", ...(operation && { operationId: operation.operationId }) });
  }

  private placeOf(location: OpenApiResult["operations"][number]["location"]): string {
    const { uri, range } = this.#server.locationOf(location);
    return `${vscode.workspace.asRelativePath(uri)}:${String(range.start.line + 1)}`;
  }

  /** As set where the API is. */
  private serverAddress(): string {
    const api = this.#result?.api ?? this.#result?.apis[0]?.id;
    const scope = api === undefined ? null : vscode.Uri.parse(api);
    return vscode.workspace.getConfiguration("loopguard.openapi", scope).get("server", DEFAULT_SERVER);
  }
}
