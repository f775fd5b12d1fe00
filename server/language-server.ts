/** The language server: answers the protocol from the latest analysis, and keeps that up to date. */
import { createHash } from "node:crypto";
import type { Finding } from "@loopguard/engine";
import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { AnalysisResult } from "./analysis/messages.js";
import { Supervisor } from "./analysis/supervisor.js";
import { diagnosticOf } from "./diagnostics.js";
import { Addresses, EXTENSIONS } from "./documents.js";
import { measureLoopDelay } from "./loop-delay.js";
import {
  type InitializationOptions,
  PATHS,
  type PathItem,
  type PathsParams,
  ROUTES,
  type RouteItem,
  type RoutesParams,
  SCAN,
  type ServerState,
  type ServerStatus,
  STATISTICS,
  type Statistics,
  STATUS,
} from "./protocol.js";
import { routesOf, type Routes } from "./routes.js";
import { DEFAULT_SETTINGS, readSettings, shownFindings } from "./settings.js";

/** Serves one client until it goes away. */
export function startLanguageServer(connection: Connection, version: string): void {
  new LanguageServer(connection, version).listen();
}

/** What the latest analysis says to this client. */
interface Snapshot {
  readonly result: AnalysisResult;
  readonly findings: readonly Finding[];
  readonly byFile: ReadonlyMap<string, readonly Finding[]>;
  readonly routes: Routes;
}

class LanguageServer {
  readonly #connection: Connection;
  readonly #version: string;
  readonly #addresses = new Addresses();
  readonly #documents = new TextDocuments(TextDocument);
  readonly #loopDelay = measureLoopDelay();
  readonly #supervisor: Supervisor;
  #client: InitializeParams["capabilities"] = {};
  #options: InitializationOptions = {};
  #settings = DEFAULT_SETTINGS;
  #state: ServerState = "loading";
  #message: string | undefined;
  #snapshot: Snapshot | undefined;
  #progress: WorkDoneProgressServerReporter | undefined;
  #times: { load?: number; update?: number } = {};
  #since = performance.now();
  #isLoaded = false;
  /** What was last told about a file, by its URI: the id of its diagnostics. */
  readonly #told = new Map<string, string>();

  constructor(connection: Connection, version: string) {
    this.#connection = connection;
    this.#version = version;
    this.#supervisor = new Supervisor({
      onStart: () => {
        this.#since = performance.now();
        this.#enter("analysing");
      },
      onProgress: ({ phase, done, total }) => {
        const message = phase === "reading" ? `${done} of ${total ?? 0} files` : `${done} questions`;
        this.#progress?.report(total === undefined ? 100 : Math.floor((100 * done) / total), message);
      },
      onResult: (result) => {
        this.#onResult(result);
      },
      onCancelled: () => {
        this.#endProgress();
        this.#enter("ready");
      },
      onCrash: (error, again) => {
        connection.console.error(`The analysis crashed: ${error.stack ?? error.message}`);
        if (again) {
          this.#enter("restarting", "The analysis crashed and is started again.");
        } else {
          this.#snapshot = undefined;
          this.#endProgress();
          this.#enter("failed", "The analysis crashed too often and was stopped. Scan the workspace to try again.");
        }
      },
    });
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#supervisor.dispose());
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => this.#readSettings(settings));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      this.#afterAnalysis(token, () => this.#documentReport(textDocument.uri, previousResultId)),
    );
    connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
      this.#afterAnalysis(token, () => ({ items: this.#workspaceReports(previousResultIds) })),
    );
    connection.onRequest(ROUTES, (params: RoutesParams | undefined, token: CancellationToken) =>
      this.#afterAnalysis(token, () => this.#routes(params ?? {})),
    );
    connection.onRequest(PATHS, (params: PathsParams | undefined, token: CancellationToken) =>
      this.#afterAnalysis(token, () => this.#paths(params ?? {})),
    );
    connection.onRequest(SCAN, (_: unknown, token: CancellationToken) => {
      this.#open();
      return this.#afterAnalysis(token, () => this.#status());
    });
    connection.onRequest(STATISTICS, () => this.#statistics());

    this.#documents.onDidOpen(({ document }) => {
      this.#documentChanged(document);
    });
    this.#documents.onDidChangeContent(({ document }) => {
      // Opening is announced as a change of content too.
      if (this.#seen.get(document.uri) !== document.version) this.#documentChanged(document);
    });
    this.#documents.onDidClose(({ document }) => {
      const path = this.#analysedPath(document);
      this.#seen.delete(document.uri);
      if (path !== undefined) this.#supervisor.change([{ path }], []);
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  /** Version of each open document that the analysis knows. */
  readonly #seen = new Map<string, number>();

  #documentChanged(document: TextDocument): void {
    this.#seen.set(document.uri, document.version);
    const path = this.#analysedPath(document);
    if (path !== undefined) this.#supervisor.change([{ path, text: document.getText() }], []);
  }

  #analysedPath({ uri, languageId }: TextDocument): string | undefined {
    return languageId in EXTENSIONS ? this.#addresses.pathOf(uri, languageId) : undefined;
  }

  // ── Start ─────────────────────────────────────────────────────────────────────────────────

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = params.capabilities;
    this.#options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#settings = readSettings(this.#options.settings);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Clients without folders still send it.
    const root = params.rootUri ?? (params.rootPath == null ? undefined : URI.file(params.rootPath).toString());
    this.#folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
    this.#addresses.setRoots(this.#folders);
    return {
      serverInfo: { name: "loopguard", version: this.#version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        diagnosticProvider: { identifier: "loopguard", interFileDependencies: true, workspaceDiagnostics: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #folders: readonly string[] = [];

  async #initialized(): Promise<void> {
    if (this.#client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: "loopguard" });
    }
    if (this.#client.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        this.#addresses.setRoots(this.#folders);
        this.#open();
      });
    }
    await this.#readSettings(undefined);
    this.#open();
  }

  async #readSettings(pushed: unknown): Promise<void> {
    const section =
      this.#client.workspace?.configuration === true
        ? ((await this.#connection.workspace.getConfiguration("loopguard")) as unknown)
        : (pushed as { readonly loopguard?: unknown } | undefined)?.loopguard;
    this.#settings = readSettings(section, readSettings(this.#options.settings));
    const result = this.#snapshot?.result;
    if (result) this.#show(result);
  }

  #open(): void {
    this.#isLoaded = false;
    this.#supervisor.open(this.#addresses.roots);
    this.#enter("loading");
    void this.#beginProgress();
  }

  async #beginProgress(): Promise<void> {
    if (this.#client.window?.workDoneProgress !== true) return;
    this.#endProgress();
    const progress = await this.#connection.window.createWorkDoneProgress();
    if (this.#isLoaded) return;
    this.#progress = progress;
    progress.token.onCancellationRequested(() => {
      this.#supervisor.cancel();
    });
    progress.begin("Loopguard", 0, "loading the project", true);
  }

  #endProgress(): void {
    this.#progress?.done();
    this.#progress = undefined;
  }

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  #onResult(result: AnalysisResult): void {
    const took = performance.now() - this.#since;
    if (this.#isLoaded) this.#times.update = took;
    else this.#times.load = took;
    this.#isLoaded = true;
    this.#endProgress();
    this.#show(result);
    this.#enter("ready");
  }

  #show(result: AnalysisResult): void {
    const findings = shownFindings(result, this.#settings);
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings)
      byFile.set(finding.location.file, [...(byFile.get(finding.location.file) ?? []), finding]);
    this.#snapshot = { result, findings, byFile, routes: routesOf(findings, this.#uriOf) };
    if (this.#client.textDocument?.diagnostic === undefined) this.#publish();
    else if (this.#isStale()) void this.#connection.languages.diagnostics.refresh();
  }

  readonly #uriOf = (file: string): string => this.#addresses.uriOf(file);

  /** Whether the client knows diagnostics of some file that are no longer true. */
  #isStale(): boolean {
    if (this.#client.workspace?.diagnostics?.refreshSupport !== true) return false;
    return [...this.#told].some(([uri, id]) => resultId(this.#diagnosticsOf(uri)) !== id);
  }

  /** For clients that do not ask. */
  #publish(): void {
    const uris = new Set([...this.#told.keys(), ...[...(this.#snapshot?.byFile.keys() ?? [])].map(this.#uriOf)]);
    for (const uri of uris) {
      const diagnostics = this.#diagnosticsOf(uri);
      const id = resultId(diagnostics);
      if (this.#told.get(uri) === id) continue;
      if (diagnostics.length === 0) this.#told.delete(uri);
      else this.#told.set(uri, id);
      const version = this.#documents.get(uri)?.version;
      void this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    }
  }

  #diagnosticsOf(uri: string): Diagnostic[] {
    const file = this.#addresses.pathOf(uri);
    const findings = file === undefined ? undefined : this.#snapshot?.byFile.get(file);
    return (findings ?? []).map((finding) => diagnosticOf(finding, this.#settings, this.#uriOf));
  }

  // ── Requests ──────────────────────────────────────────────────────────────────────────────

  /** Answers a request when everything that was told before it has been analysed. */
  async #afterAnalysis<T>(token: CancellationToken, answer: () => T): Promise<T> {
    const cancelled = new Promise<void>((resolve) => {
      token.onCancellationRequested(() => {
        resolve();
      });
    });
    await Promise.race([this.#supervisor.settled(), cancelled]);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    return answer();
  }

  #documentReport(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = this.#diagnosticsOf(uri);
    const id = resultId(items);
    this.#told.set(uri, id);
    if (previousResultId === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  #workspaceReports(
    previous: readonly { readonly uri: string; readonly value: string }[],
  ): WorkspaceDocumentDiagnosticReport[] {
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    const uris = new Set([...known.keys(), ...[...(this.#snapshot?.byFile.keys() ?? [])].map(this.#uriOf)]);
    return [...uris].map((uri) => {
      const version = this.#documents.get(uri)?.version ?? null;
      return { ...this.#documentReport(uri, known.get(uri)), uri, version };
    });
  }

  #routes({ textDocument, query = "" }: RoutesParams): readonly RouteItem[] {
    const wanted = query.toLowerCase();
    return (this.#snapshot?.routes.items ?? []).filter(
      ({ label, location }) =>
        (textDocument === undefined || location.uri === textDocument.uri) && label.toLowerCase().includes(wanted),
    );
  }

  #paths({ route }: PathsParams): readonly PathItem[] {
    const items = (this.#snapshot?.routes.paths ?? []).map(({ item }) => item);
    return route === undefined ? items : items.filter((item) => item.route.id === route);
  }

  // ── Status ────────────────────────────────────────────────────────────────────────────────

  #enter(state: ServerState, message?: string): void {
    this.#state = state === "analysing" && !this.#isLoaded ? "loading" : state;
    this.#message = message;
    void this.#connection.sendNotification(STATUS, this.#status());
  }

  #status(): ServerStatus {
    const stats = this.#snapshot?.result.stats;
    return {
      state: this.#state,
      ...(this.#message !== undefined && { message: this.#message }),
      counts: {
        files: stats?.files ?? 0,
        functions: stats?.functions ?? 0,
        routes: this.#snapshot?.routes.items.length ?? 0,
        findings: this.#snapshot?.findings.length ?? 0,
        blockingCalls: stats?.blockingCalls ?? 0,
        problems: this.#snapshot?.result.problems.length ?? 0,
      },
      times: { ...this.#times },
      loopDelay: this.#loopDelay.read(),
      restarts: this.#supervisor.restarts,
    };
  }

  #statistics(): Statistics {
    const result = this.#snapshot?.result;
    return {
      status: this.#status(),
      version: this.#version,
      node: process.versions.node,
      roots: this.#addresses.roots,
      memory: { resident: process.memoryUsage().rss, ...(result && { analysisHeap: result.heap }) },
      ...(result && { analysis: { ...result.stats } }),
      problems: result?.problems ?? [],
    };
  }
}

function resultId(diagnostics: readonly Diagnostic[]): string {
  return createHash("sha1").update(JSON.stringify(diagnostics)).digest("base64url");
}
