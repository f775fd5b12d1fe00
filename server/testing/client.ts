/** A client over real standard streams: starts the server as an editor does, and speaks the protocol with it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { STATUS, type ServerStatus } from "../protocol.js";

const SERVER = fileURLToPath(new URL("../main.js", import.meta.url));

/** What VS Code can do, as far as this server asks. */
export const FULL_CAPABILITIES: ClientCapabilities = {
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] }, publishDiagnostics: {} },
};

export interface ClientOptions {
  /** {@link FULL_CAPABILITIES} by default. */
  readonly capabilities?: ClientCapabilities;
  readonly environment?: Readonly<Record<string, string>>;
  readonly initializationOptions?: unknown;
  /** The section `loopguard`. */
  readonly settings?: unknown;
  /** The same, of folders that have their own, by their URI. */
  readonly folderSettings?: Iterable<readonly [string, unknown]>;
}

export class Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly statuses: ServerStatus[] = [];
  /** Requests and notifications that came in, by method. */
  readonly received = new Map<string, unknown[]>();
  readonly published = new Map<string, readonly Diagnostic[]>();
  initialized: InitializeResult | undefined;
  settings: unknown;
  /** For folders that have their own, by their URI. */
  readonly folderSettings: Map<string, unknown>;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();

  /** @param folders of the workspace */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) }));
    client.initialized = await client.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities: options.capabilities ?? FULL_CAPABILITIES,
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  private constructor({ environment, settings = {}, folderSettings = [] }: ClientOptions) {
    this.settings = settings;
    this.folderSettings = new Map(folderSettings);
    this.process = spawn(process.execPath, [SERVER, "--stdio"], {
      stdio: ["pipe", "pipe", process.env["LOOPGUARD_TEST_LOG"] === undefined ? "ignore" : "inherit"],
      env: { ...process.env, ...environment },
    });
    const { stdout, stdin } = this.process;
    if (!stdout || !stdin) throw new Error("the server has no streams");
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri = "" }) => this.folderSettings.get(scopeUri) ?? this.settings),
    );
    for (const method of REQUESTS) {
      this.connection.onRequest(method, (params: unknown) => {
        this.record(method, params);
        return null;
      });
    }
    for (const method of ["$/progress", "window/showMessage", "window/logMessage"]) {
      this.connection.onNotification(method, (params: unknown) => {
        this.record(method, params);
      });
    }
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params.diagnostics);
      this.record("textDocument/publishDiagnostics", params);
    });
    this.connection.onNotification(STATUS, (status: ServerStatus) => {
      this.statuses.push(status);
      this.record(STATUS, status);
    });
    this.connection.listen();
  }

  private record(method: string, params: unknown): void {
    this.received.set(method, [...(this.received.get(method) ?? []), params]);
    for (const check of this.#waiting) check();
  }

  /** Resolves when something has come in that makes it true. */
  until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return Promise.resolve();
    return new Promise((resolve) => {
      const check = (): void => {
        if (!isTrue()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  count(method: string): number {
    return this.received.get(method)?.length ?? 0;
  }

  async open(file: string, text: string, languageId = "javascript"): Promise<void> {
    await this.openUri(uriOf(file), text, languageId);
  }

  async openUri(uri: string, text: string, languageId = "javascript"): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Replaces the whole text. */
  async change(file: string, text: string): Promise<void> {
    const uri = uriOf(file);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(file: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(file) } });
  }

  /** Tells what was written to the disk. */
  async tellChanged(...files: readonly string[]): Promise<void> {
    const changes = files.map((file) => ({ uri: uriOf(file), type: 2 }));
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  async pull(file: string): Promise<Diagnostic[]> {
    const report = await this.pullReport(uriOf(file));
    return report.kind === "full" ? report.items : [];
  }

  pullReport(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async pullWorkspace(): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const report: WorkspaceDiagnosticReport = await this.connection.sendRequest("workspace/diagnostic", {
      previousResultIds: [],
    });
    return new Map(report.items.map((item) => [fileURLToPath(item.uri), item.kind === "full" ? item.items : []]));
  }

  /** Shuts down as the protocol asks for. @returns the server's exit code */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const exit = once(this.process, "exit") as Promise<[number | null]>;
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    const [code] = await exit;
    this.connection.dispose();
    return code;
  }
}

const REQUESTS = [
  "client/registerCapability",
  "window/workDoneProgress/create",
  "window/showDocument",
  "workspace/diagnostic/refresh",
  "workspace/codeLens/refresh",
];

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** A directory of its own with these files in it; removed by {@link removeWorkspaces}. */
export function createWorkspace(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(path.join(realpathSync(tmpdir()), "loopguard-server-"));
  workspaces.push(directory);
  write(directory, files);
  return directory;
}

export function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), text);
  }
}

export function removeWorkspaces(): void {
  for (const directory of workspaces.splice(0)) rmSync(directory, { recursive: true, force: true });
}

const workspaces: string[] = [];
