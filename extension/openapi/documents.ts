/** The workspace's OpenAPI documents: which of several APIs is meant, and each as a read-only text that follows edits. */
import { type DocumentFormat, formatOf, textOf } from "@loopguard/openapi-preview";
import type { OpenApiResult } from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import type { Server } from "../server.js";

export const SCHEME = "loopguard-openapi";

/** A document that is open as text: `loopguard-openapi:/openapi.yaml?file:///shop/apps/api`. */
export function textUri(format: DocumentFormat, api: string | undefined): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/openapi.${format}`, ...(api !== undefined && { query: api }) });
}

export class OpenApiDocuments implements vscode.Disposable {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<undefined>();
  /** Something may be different: the code, or which API is meant. */
  readonly onDidChange: vscode.Event<undefined> = this.#changed.event;
  readonly #changedText = new vscode.EventEmitter<vscode.Uri>();
  readonly #parts: vscode.Disposable;
  /** What the person chose of several; with nothing in it, all of them together. */
  #choice: { readonly api?: string } | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#parts = vscode.Disposable.from(
      this.#changed,
      this.#changedText,
      server.onDidChangeStatus(({ state }) => {
        if (state !== "ready") return;
        this.#changed.fire(undefined);
        for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) this.#changedText.fire(uri);
      }),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changedText.event,
        provideTextDocumentContent: (uri) => this.textOf(uri),
      }),
    );
  }

  /** @param api one of those that a result lists; all together where it is absent */
  choose(api: string | undefined): void {
    this.#choice = api === undefined ? {} : { api };
    this.#changed.fire(undefined);
  }

  /** The document of the API that is meant; undefined while the code is changing, after which {@link onDidChange} tells. */
  async get(): Promise<OpenApiResult | undefined> {
    const result = await this.ask(this.#choice?.api);
    if (!result || this.#choice || result.apis.length < 2) return result;
    // Until somebody chooses, the API whose code is being looked at is meant.
    const file = vscode.window.activeTextEditor?.document.uri.toString() ?? "";
    const around = result.apis.filter(({ id }) => file.startsWith(`${id}/`)).sort((a, b) => b.id.length - a.id.length);
    this.#choice = { api: (around[0] ?? result.apis[0])?.id ?? "" };
    return this.ask(this.#choice.api);
  }

  private async textOf(uri: vscode.Uri): Promise<string> {
    const result = await this.ask(uri.query === "" ? undefined : uri.query);
    if (result) return textOf(result.document, formatOf(uri.path) ?? "json");
    // The next analysis brings another.
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    return open?.getText() ?? "";
  }

  dispose(): void {
    this.#parts.dispose();
  }

  private async ask(api: string | undefined): Promise<OpenApiResult | undefined> {
    try {
      return await this.#server.openApi(api === undefined ? {} : { api });
    } catch (error) {
      // Something has changed since: what is ready next brings another.
      this.#server.log.debug(String(error));
      return undefined;
    }
  }
}
