/** "Preview OpenAPI": the document of the workspace beside the code, as Swagger UI shows it, following what is typed. */
import { randomBytes } from "node:crypto";
import type { OpenApiOperationItem, OpenApiResult } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "../server.js";
import type { FromPage, ToPage } from "./messages.js";
import { previewPage } from "./page.js";

const VIEW_TYPE = "loopguard.openapi";

export class OpenApiPreview implements vscode.Disposable {
  readonly #server: Server;
  /** Where the page's scripts and styles are. */
  readonly #assets: vscode.Uri;
  readonly #parts: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #result: OpenApiResult | undefined;
  #isReady = false;

  constructor(server: Server, context: vscode.ExtensionContext) {
    this.#server = server;
    this.#assets = vscode.Uri.joinPath(context.extensionUri, "out", "preview");
    this.#parts = vscode.Disposable.from(
      server.onDidChangeStatus(({ state }) => {
        if (state === "ready" && this.#panel) void this.#update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [first] = selections;
        if (first && this.#panel) this.#reveal(textEditor.document.uri, first.active.line);
      }),
      // After the window was reloaded.
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel) => {
          this.#show(panel);
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
    this.#show(vscode.window.createWebviewPanel(VIEW_TYPE, "OpenAPI", column));
  }

  dispose(): void {
    this.#parts.dispose();
    this.#panel?.dispose();
  }

  #show(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#isReady = false;
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [this.#assets] };
    webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === "open") void this.#openHandler(message);
      else {
        this.#isReady = true;
        void this.#update();
      }
    });
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    webview.html = previewPage({
      nonce: randomBytes(16).toString("base64"),
      source: webview.cspSource,
      addressOf: (file) => webview.asWebviewUri(vscode.Uri.joinPath(this.#assets, file)).toString(),
    });
  }

  async #update(): Promise<void> {
    try {
      this.#result = await this.#server.openApi();
    } catch (error) {
      // Something has changed since: what is ready next brings another.
      this.#server.log.debug(String(error));
      return;
    }
    const { document, operations } = this.#result;
    if (operations.length === 0) {
      this.#post({
        type: "message",
        text: "No HTTP routes were found in this workspace. Routes of Express, Fastify, Hono, Koa, NestJS and Next.js appear here as you write them.",
      });
      return;
    }
    this.#post({
      type: "document",
      document,
      operations: operations.map(({ method, path, blockingCalls }) => ({ method, path, blockingCalls })),
    });
  }

  #post(message: ToPage): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }

  async #openHandler({ operation }: Extract<FromPage, { type: "open" }>): Promise<void> {
    const found = this.#result?.operations.find(
      ({ method, path }) => method === operation.method && path === operation.path,
    );
    if (!found) return;
    const { uri, range } = this.#server.locationOf(found.location);
    await vscode.window.showTextDocument(uri, { selection: range, viewColumn: vscode.ViewColumn.One });
  }

  /** Shows the operation whose handler is the last to begin at the line or above it. */
  #reveal(uri: vscode.Uri, line: number): void {
    const inFile = (this.#result?.operations ?? []).flatMap((operation): [OpenApiOperationItem, number][] => {
      const location = this.#server.locationOf(operation.location);
      const { start } = location.range;
      return location.uri.toString() === uri.toString() && start.line <= line ? [[operation, start.line]] : [];
    });
    const last = inFile.reduce<[OpenApiOperationItem, number] | undefined>(
      (best, each) => (best && best[1] >= each[1] ? best : each),
      undefined,
    );
    if (last) this.#post({ type: "reveal", operationId: last[0].operationId });
  }
}
