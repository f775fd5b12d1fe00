/** The language server as the extension sees it: a process of its own that answers questions and reports its status. */
import path from "node:path";
import {
  type InitializationOptions,
  OPENAPI,
  type OpenApiParams,
  type OpenApiResult,
  PATHS,
  type PathItem,
  type PathsParams,
  ROUTES,
  type RouteItem,
  type RoutesParams,
  SCAN,
  type ServerStatus,
  SHOW_PATHS_COMMAND,
  STATISTICS,
  type Statistics,
  STATUS,
} from "loopguard-language-server/protocol";
import * as vscode from "vscode";
import { LanguageClient, State, TransportKind } from "vscode-languageclient/node";

/** The documents that are analysed. */
export const languages = ["javascript", "javascriptreact", "typescript", "typescriptreact"].flatMap((language) => [
  { language, scheme: "file" },
  { language, scheme: "untitled" },
]);

/** What the server said last, or that there is none to say anything. */
export type Status = ServerStatus | { readonly state: "starting" | "stopped"; readonly message?: string };

export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel("Loopguard", { log: true });
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<Status>();
  /** Fires whenever {@link status} changes. */
  readonly onDidChangeStatus = this.#changed.event;
  #status: Status = { state: "starting" };
  #starting: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext) {
    const module = context.asAbsolutePath(path.join("out", "server.js"));
    // Asked at every start: trust may have been given by then.
    const initializationOptions = (): InitializationOptions => ({
      clientCommands: [SHOW_PATHS_COMMAND],
      isTrusted: vscode.workspace.isTrusted,
    });
    this.#client = new LanguageClient(
      "loopguard",
      "Loopguard",
      { module, transport: TransportKind.ipc },
      { documentSelector: languages, outputChannel: this.log, initializationOptions },
    );
    this.#client.onNotification(STATUS, (status: ServerStatus) => {
      this.enter(status);
    });
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.enter({ state: "starting" });
      if (newState === State.Stopped) this.enter({ state: "stopped" });
    });
  }

  get status(): Status {
    return this.#status;
  }

  /** Resolves in any case: what went wrong is the status. */
  start(): Promise<void> {
    this.#starting = this.startClient();
    return this.#starting;
  }

  private async startClient(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.enter({ state: "stopped", message: "The language server could not be started." });
    }
  }

  /** Ends the server; one that hangs is killed. */
  async stop(): Promise<void> {
    // A client that is just starting refuses to be stopped.
    await this.#starting;
    if (!this.#client.needsStop()) return;
    await this.#client.stop().catch((error: unknown) => {
      this.log.warn(String(error));
    });
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  routes(params: RoutesParams = {}): Promise<readonly RouteItem[]> {
    return this.#client.sendRequest<RouteItem[]>(ROUTES, params);
  }

  paths(params: PathsParams = {}): Promise<readonly PathItem[]> {
    return this.#client.sendRequest<PathItem[]>(PATHS, params);
  }

  /** The OpenAPI document of the workspace; rejects when the code has changed meanwhile. */
  openApi(params: OpenApiParams = {}): Promise<OpenApiResult> {
    return this.#client.sendRequest<OpenApiResult>(OPENAPI, params);
  }

  /** Reads everything from disk again; resolves when that is analysed. */
  scan(): Promise<ServerStatus> {
    return this.#client.sendRequest<ServerStatus>(SCAN, {});
  }

  statistics(): Promise<Statistics> {
    return this.#client.sendRequest<Statistics>(STATISTICS, {});
  }

  /** A place as the editor names it. */
  locationOf({ uri, range }: RouteItem["location"]): vscode.Location {
    return new vscode.Location(
      this.#client.protocol2CodeConverter.asUri(uri),
      new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
    );
  }

  dispose(): void {
    this.#changed.dispose();
    this.log.dispose();
  }

  private enter(status: Status): void {
    this.#status = status;
    this.#changed.fire(status);
  }
}
