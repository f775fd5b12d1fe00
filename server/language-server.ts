/** The language server: answers the protocol from the latest analysis, and keeps that up to date. */
import { createHash } from "node:crypto";
import { withConfirmedRegexes } from "@loopguard/engine";
import {
  type CancellationToken,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type DocumentDiagnosticReport,
  type Diagnostic,
  ErrorCodes,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type WorkDoneProgressServerReporter,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { Defects } from "./analysis/defects.js";
import type { AnalysisResult } from "./analysis/messages.js";
import { Supervisor } from "./analysis/supervisor.js";
import type { Place } from "./call-graph.js";
import { incomingCalls, itemOf, outgoingCalls } from "./call-hierarchy.js";
import { CODE_ACTION_OPTIONS, codeActions, type CodeActionSource, resolveCodeAction } from "./code-actions.js";
import { codeLensOf } from "./code-lens.js";
import { Addresses, EXTENSIONS } from "./documents.js";
import { counted, hoverOf } from "./hover.js";
import { measureLoopDelay } from "./loop-delay.js";
import { openApiResult } from "./openapi.js";
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
  SHOW_PATHS_COMMAND,
  type ServerState,
  type ServerStatus,
  type Settings,
  STATISTICS,
  type Statistics,
  STATUS,
} from "./protocol.js";
import { checked } from "./parameters.js";
import { DEFAULT_SETTINGS, readSettings } from "./settings.js";
import { RegexConfirmer } from "./regexes/confirmer.js";
import { isSameRoutes, Snapshot } from "./snapshot.js";
import { FolderWatcher, isOfInterest } from "./watching.js";
import { chooseTypeScript, type TypeScriptChoice } from "./workspace-typescript.js";

/** Serves one client until it goes away. */
export function startLanguageServer(connection: Connection, version: string): void {
  new LanguageServer(connection, version).listen();
}

class LanguageServer {
  readonly #connection: Connection;
  readonly #version: string;
  readonly #addresses = new Addresses();
  readonly #documents = new TextDocuments(TextDocument);
  readonly #loopDelay = measureLoopDelay();
  readonly #supervisor: Supervisor;
  readonly #regexes = new RegexConfirmer();
  readonly #defects: Defects;
  #client: InitializeParams["capabilities"] = {};
  #options: InitializationOptions = {};
  /** Where nothing else is said for a folder. */
  #settings = DEFAULT_SETTINGS;
  /** By folder, as the client names it. */
  #folderSettings: ReadonlyMap<string, Settings> = new Map();
  #typescript: TypeScriptChoice = {};
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
    this.#defects = new Defects({
      log: (text) => {
        connection.console.error(text);
      },
      show: (message) => {
        this.inBackground(
          connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message }),
        );
      },
    });
    this.#supervisor = new Supervisor({
      onStart: () => {
        this.#since = performance.now();
        this.enter("analysing");
      },
      onProgress: ({ phase, done, total }) => {
        const message = phase === "reading" ? `${done} of ${total ?? 0} files` : `${done} questions`;
        this.#progress?.report(total === undefined ? 100 : Math.floor((100 * done) / total), message);
      },
      onResult: (result) => {
        this.onResult(result);
      },
      onCancelled: () => {
        this.endProgress();
        this.enter("ready");
      },
      onCrash: (error, again) => {
        connection.console.error(`The analysis crashed: ${error.stack ?? error.message}`);
        this.#defects.tell("the analysis", error);
        if (again) {
          this.enter("restarting", "The analysis crashed and is started again.");
        } else {
          this.#snapshot = undefined;
          this.endProgress();
          this.enter("failed", "The analysis crashed too often and was stopped. Scan the workspace to try again.");
        }
      },
    });
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onShutdown(async () => {
      await Promise.all([this.#supervisor.dispose(), this.#regexes.dispose(), this.#watcher.close()]);
    });
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => this.readSettings(settings));
    connection.languages.diagnostics.on((params, token) =>
      this.afterAnalysis(token, () => {
        const { textDocument, previousResultId } = checked(params, "textDocument");
        return this.documentReport(textDocument.uri, previousResultId);
      }),
    );
    connection.languages.diagnostics.onWorkspace((params, token) =>
      this.afterAnalysis(token, () => {
        const { previousResultIds } = checked(params, "previousResultIds");
        return { items: this.workspaceReports(previousResultIds) };
      }),
    );
    this.onOwnRequest(ROUTES, (params) => this.routes(params));
    this.onOwnRequest(PATHS, (params) => this.paths(params));
    this.onOwnRequest(OPENAPI, (params) => this.openApi(params));
    this.onOwnRequest(
      SCAN,
      () => this.status(),
      () => {
        this.openAfter();
      },
    );
    connection.onRequest(STATISTICS, () => this.statistics());
    connection.onHover((params, token) =>
      this.afterAnalysis(token, () => {
        const { textDocument, position } = checked(params, "textDocument", "position");
        return this.hover(textDocument.uri, position);
      }),
    );
    connection.onCodeLens((params, token) =>
      this.afterAnalysis(token, () => this.codeLenses(checked(params, "textDocument").textDocument.uri)),
    );
    connection.onCodeAction((params, token) =>
      this.afterAnalysis(token, () =>
        codeActions(checked(params, "textDocument", "range", "context"), this.fixSource()),
      ),
    );
    connection.onCodeActionResolve((action, token) =>
      this.afterAnalysis(token, () => resolveCodeAction(action, this.fixSource())),
    );
    connection.languages.callHierarchy.onPrepare((params, token) =>
      this.afterAnalysis(token, () => {
        const { textDocument, position } = checked(params, "textDocument", "position");
        const place = this.placeAt(textDocument.uri, position);
        return place ? [itemOf(place.node, this.#uriOf)] : null;
      }),
    );
    connection.languages.callHierarchy.onIncomingCalls((params) => {
      const { item } = checked(params, "item");
      return this.#snapshot ? incomingCalls(this.#snapshot.graph, item, this.#uriOf) : null;
    });
    connection.languages.callHierarchy.onOutgoingCalls((params) => {
      const { item } = checked(params, "item");
      return this.#snapshot ? outgoingCalls(this.#snapshot.graph, item, this.#uriOf) : null;
    });
    connection.onExecuteCommand(({ command, arguments: given }) =>
      command === SHOW_PATHS_COMMAND ? this.showPaths((given?.[0] ?? {}) as PathsParams) : null,
    );
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.changedOnDisk(changes.flatMap(({ uri }) => this.#addresses.pathOf(uri) ?? []));
    });

    this.#documents.onDidOpen(({ document }) => {
      this.documentChanged(document);
    });
    this.#documents.onDidChangeContent(({ document }) => {
      // Opening is announced as a change of content too.
      if (this.#seen.get(document.uri) !== document.version) this.documentChanged(document);
    });
    this.#documents.onDidClose(({ document }) => {
      const path = this.analysedPath(document);
      this.#seen.delete(document.uri);
      if (path !== undefined) this.#supervisor.change([{ path }], []);
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  /** A request without parameters comes with the token alone. */
  private onOwnRequest(method: string, answer: (params: object) => unknown, begin?: () => void): void {
    this.#connection.onRequest(method, (...given: readonly unknown[]) => {
      begin?.();
      const params = given.length > 1 && typeof given[0] === "object" ? (given[0] ?? {}) : {};
      return this.afterAnalysis(given.at(-1) as CancellationToken, () => answer(params));
    });
  }

  /** Version of each open document that the analysis knows. */
  readonly #seen = new Map<string, number>();

  private documentChanged(document: TextDocument): void {
    this.#seen.set(document.uri, document.version);
    const path = this.analysedPath(document);
    if (path !== undefined) this.#supervisor.change([{ path, text: document.getText() }], []);
  }

  private analysedPath({ uri, languageId }: TextDocument): string | undefined {
    const isRead = languageId in EXTENSIONS || uri.endsWith("/loopguard.config.json");
    return isRead ? this.#addresses.pathOf(uri, languageId) : undefined;
  }

  private changedOnDisk(paths: readonly string[]): void {
    const ofInterest = paths.filter((path) => isOfInterest(path));
    if (ofInterest.length > 0) this.#supervisor.change([], ofInterest);
  }

  // ── Start ─────────────────────────────────────────────────────────────────────────────────

  private initialize(params: InitializeParams): InitializeResult {
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
        hoverProvider: true,
        codeLensProvider: {},
        codeActionProvider: CODE_ACTION_OPTIONS,
        callHierarchyProvider: true,
        ...(this.#options.clientCommands?.includes(SHOW_PATHS_COMMAND) !== true && {
          executeCommandProvider: { commands: [SHOW_PATHS_COMMAND] },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  #folders: readonly string[] = [];
  #hasOpened = (): void => undefined;
  /** Nothing is answered before: what would be said is not true yet. */
  #opened = new Promise<void>((resolve) => {
    this.#hasOpened = resolve;
  });

  /** Reads everything again; what is asked from now on is answered afterwards. */
  private openAfter(prepare: () => Promise<unknown> = () => Promise.resolve()): void {
    this.#opened = this.#opened
      .then(prepare)
      .then(() => this.open())
      .catch((error: unknown) => {
        console.error(error);
      });
  }

  private async initialized(): Promise<void> {
    if (this.#client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      this.inBackground(
        this.#connection.client.register(DidChangeConfigurationNotification.type, { section: "loopguard" }),
      );
    }
    if (this.#client.workspace?.workspaceFolders === true) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        this.#addresses.setRoots(this.#folders);
        this.inBackground(this.watch());
        this.openAfter(() => this.askSettings());
      });
    }
    await this.askSettings();
    await this.open();
    this.#hasOpened();
    this.inBackground(this.watch());
  }

  /** What a client refuses or cannot do must not end the server. */
  private inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      console.error(error);
    });
  }

  /** By the client where it can; it knows what it writes itself, and what people exclude. */
  private async watch(): Promise<void> {
    if (this.#client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) {
      await this.#watcher.watch(this.#addresses.roots);
    } else if (!this.#isWatchedByClient) {
      this.#isWatchedByClient = true;
      // Directories are renamed and deleted too, and have no extension to tell them by.
      const watchers = [{ globPattern: "**/*" }];
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  }

  #isWatchedByClient = false;
  readonly #watcher = new FolderWatcher((paths) => {
    this.changedOnDisk(paths);
  });

  private async readSettings(pushed: unknown): Promise<void> {
    const { typescript, maxFiles } = this.#settings;
    if (!(await this.askSettings()))
      this.#settings = readSettings(sectionOf(pushed), readSettings(this.#options.settings));
    if (this.#settings.typescript !== typescript || this.#settings.maxFiles !== maxFiles) this.openAfter();
    this.showAgain();
  }

  /** Asks the client for what counts in the window, and in each folder. @returns whether it can be asked */
  private async askSettings(): Promise<boolean> {
    if (this.#client.workspace?.configuration !== true) return false;
    const section = "loopguard";
    const folders = this.#folders;
    try {
      const [own, ...scoped] = (await this.#connection.workspace.getConfiguration([
        { section },
        ...folders.map((scopeUri) => ({ section, scopeUri })),
      ])) as unknown[];
      this.#settings = readSettings(own, readSettings(this.#options.settings));
      this.#folderSettings = new Map(folders.map((uri, index) => [uri, readSettings(scoped[index], this.#settings)]));
    } catch (error) {
      this.#connection.console.warn(`The client did not tell its settings: ${String(error)}`);
    }
    return true;
  }

  readonly #settingsOf = (file: string): Settings =>
    this.#folderSettings.get(this.#addresses.folderOf(file) ?? "") ?? this.#settings;

  private async open(): Promise<void> {
    this.#isLoaded = false;
    const { roots } = this.#addresses;
    this.#typescript = await chooseTypeScript(this.#settings, this.#options.isTrusted === true, roots);
    const { path: typescript } = this.#typescript;
    const { maxFiles } = this.#settings;
    this.#supervisor.open(roots, { maxFiles, ...(typescript !== undefined && { typescript }) });
    this.enter("loading");
    this.inBackground(this.beginProgress());
  }

  private async beginProgress(): Promise<void> {
    if (this.#client.window?.workDoneProgress !== true) return;
    this.endProgress();
    const progress = await this.#connection.window.createWorkDoneProgress();
    if (this.#isLoaded) return;
    this.#progress = progress;
    progress.token.onCancellationRequested(() => {
      this.#supervisor.cancel();
    });
    progress.begin("Loopguard", 0, "loading the project", true);
  }

  private endProgress(): void {
    this.#progress?.done();
    this.#progress = undefined;
  }

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  private onResult(result: AnalysisResult): void {
    const took = performance.now() - this.#since;
    if (this.#isLoaded) this.#times.update = took;
    else this.#times.load = took;
    this.#isLoaded = true;
    this.endProgress();
    this.show(result);
    this.#defects.tellProblems(result.problems);
    this.enter("ready");
  }

  private showAgain(): void {
    const { result } = this.#supervisor;
    if (result && this.#snapshot) this.show(result);
  }

  private show(result: AnalysisResult): void {
    const before = this.#snapshot;
    const findings = withConfirmedRegexes(result.findings, this.#regexes.confirmationOf);
    this.#snapshot = new Snapshot({ ...result, findings }, this.#settingsOf, this.#uriOf);
    this.inBackground(this.confirmRegexes());
    if (this.#client.textDocument?.diagnostic === undefined) this.publish();
    else if (this.isStale()) this.inBackground(this.#connection.languages.diagnostics.refresh());
    const canRefreshLenses = this.#client.workspace?.codeLens?.refreshSupport === true;
    if (canRefreshLenses && !(before && isSameRoutes(before, this.#snapshot))) {
      this.inBackground(this.#connection.sendRequest(CodeLensRefreshRequest.type));
    }
  }

  private async confirmRegexes(): Promise<void> {
    const shown = this.#snapshot?.findings ?? [];
    if (await this.#regexes.confirm(shown.flatMap(({ regex }) => regex ?? []))) this.showAgain();
  }

  readonly #uriOf = (file: string): string => {
    const [opened] = Object.entries(this.#snapshot?.result.aliases ?? {}).find(([, known]) => known === file) ?? [];
    return this.#addresses.uriOf(opened ?? file);
  };

  /** The analysis's name for a document. */
  private fileOf(uri: string): string | undefined {
    const path = this.#addresses.pathOf(uri);
    return path === undefined ? undefined : (this.#snapshot?.result.aliases[path] ?? path);
  }

  /** Whether the client knows diagnostics of some file that are no longer true. */
  private isStale(): boolean {
    if (this.#client.workspace?.diagnostics?.refreshSupport !== true) return false;
    return [...this.#told].some(([uri, id]) => resultId(this.diagnosticsOf(uri)) !== id);
  }

  /** For clients that do not ask. */
  private publish(): void {
    const uris = new Set([...this.#told.keys(), ...(this.#snapshot?.files ?? []).map(this.#uriOf)]);
    for (const uri of uris) {
      const diagnostics = this.diagnosticsOf(uri);
      const id = resultId(diagnostics);
      if (this.#told.get(uri) === id) continue;
      if (diagnostics.length === 0) this.#told.delete(uri);
      else this.#told.set(uri, id);
      const version = this.#documents.get(uri)?.version;
      this.inBackground(
        this.#connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) }),
      );
    }
  }

  private diagnosticsOf(uri: string): Diagnostic[] {
    const file = this.fileOf(uri);
    return file === undefined ? [] : (this.#snapshot?.diagnosticsOf(file) ?? []);
  }

  // ── Requests ──────────────────────────────────────────────────────────────────────────────

  /** Answers a request when everything that was told before it has been analysed. */
  private async afterAnalysis<T>(token: CancellationToken, answer: () => T | Promise<T>): Promise<T> {
    const cancelled = new Promise<void>((resolve) => {
      token.onCancellationRequested(() => {
        resolve();
      });
    });
    await Promise.race([this.#opened.then(() => this.#supervisor.settled()), cancelled]);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    try {
      return await answer();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.#defects.tell("an answer", error);
      throw new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
    }
  }

  private documentReport(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const items = this.diagnosticsOf(uri);
    const id = resultId(items);
    this.#told.set(uri, id);
    if (previousResultId === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  private workspaceReports(
    previous: readonly { readonly uri: string; readonly value: string }[],
  ): WorkspaceDocumentDiagnosticReport[] {
    const known = new Map(previous.map(({ uri, value }) => [uri, value]));
    const uris = new Set([...known.keys(), ...(this.#snapshot?.files ?? []).map(this.#uriOf)]);
    return [...uris].map((uri) => {
      const version = this.#documents.get(uri)?.version ?? null;
      return { ...this.documentReport(uri, known.get(uri)), uri, version };
    });
  }

  private routes({ textDocument, query = "" }: RoutesParams): readonly RouteItem[] {
    const wanted = query.toLowerCase();
    const isIn = textDocument && this.isIn(textDocument.uri);
    return (this.#snapshot?.routes ?? []).filter(
      ({ label, location }) => (!isIn || isIn(location.uri)) && label.toLowerCase().includes(wanted),
    );
  }

  /** Clients may write an address in another way than we do. */
  private isIn(uri: string): (other: string) => boolean {
    const file = this.fileOf(uri);
    return (other) => other === uri || (file !== undefined && this.fileOf(other) === file);
  }

  private async openApi(params: OpenApiParams): Promise<OpenApiResult> {
    const wanted = params.api === undefined ? undefined : this.#addresses.pathOf(params.api);
    const made = await this.#supervisor.describe(wanted);
    // The client asks again when the analysis is ready.
    if (!made || !this.#snapshot) throw new ResponseError(LSPErrorCodes.ContentModified, "the code has changed");
    return openApiResult(made, params, this.#snapshot, this.#uriOf);
  }

  private paths({ route, at }: PathsParams): readonly PathItem[] {
    const file = at && this.fileOf(at.textDocument.uri);
    if (at) return file === undefined ? [] : (this.#snapshot?.pathsAt(file, at.position) ?? []);
    const items = this.#snapshot?.paths ?? [];
    return route === undefined ? items : items.filter((item) => item.route.id === route);
  }

  private placeAt(uri: string, position: Position): Place | undefined {
    const file = this.fileOf(uri);
    return file === undefined ? undefined : this.#snapshot?.placeAt(file, position);
  }

  private hover(uri: string, position: Position): Hover | null {
    const place = this.placeAt(uri, position);
    const formats = this.#client.textDocument?.hover?.contentFormat ?? [];
    return place ? hoverOf(place, formats.includes("markdown") ? "markdown" : "plaintext") : null;
  }

  private fixSource(): CodeActionSource {
    return {
      client: this.#client,
      findingsOf: (uri) => {
        const file = this.fileOf(uri);
        return file === undefined ? [] : (this.#snapshot?.findingsIn(file) ?? []);
      },
      fixes: (questions) => this.#supervisor.fixes(questions),
      uriOf: this.#uriOf,
      versionOf: (uri) => this.#documents.get(uri)?.version,
    };
  }

  private codeLenses(uri: string): CodeLens[] {
    const file = this.fileOf(uri);
    if (file === undefined || !this.#settingsOf(file).codeLens) return [];
    const routes = this.routes({ textDocument: { uri } });
    return routes.filter(({ blockingCalls }) => blockingCalls > 0).map(codeLensOf);
  }

  /** For clients that have no view of their own: goes to the worst blocking call and says how it is reached. */
  private async showPaths(params: PathsParams): Promise<void> {
    const [worst, ...others] = [...this.paths(params)].sort((a, b) => b.blockingCall.tier - a.blockingCall.tier);
    if (!worst) {
      await this.say("No blocking call is reached from here.");
      return;
    }
    const { route, hops, blockingCall } = worst;
    if (this.#client.window?.showDocument?.support === true) {
      const { uri, range: selection } = blockingCall.location;
      await this.#connection.window.showDocument({ uri, selection, takeFocus: true });
    }
    const rest = others.length === 0 ? "" : ` And ${counted(others.length, "more path")}.`;
    const way = [route.label, ...hops.map(({ name }) => name)].join(" → ");
    await this.say(`${way}. ${blockingCall.message}${rest}`);
  }

  private say(message: string): Promise<void> {
    return this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  }

  // ── Status ────────────────────────────────────────────────────────────────────────────────

  private enter(state: ServerState, message?: string): void {
    this.#state = state === "analysing" && !this.#isLoaded ? "loading" : state;
    this.#message = message;
    this.inBackground(this.#connection.sendNotification(STATUS, this.status()));
  }

  private status(): ServerStatus {
    const stats = this.#snapshot?.result.stats;
    return {
      state: this.#state,
      ...(this.#message !== undefined && { message: this.#message }),
      counts: {
        files: stats?.files ?? 0,
        functions: stats?.functions ?? 0,
        routes: this.#snapshot?.routes.length ?? 0,
        findings: this.#snapshot?.findings.length ?? 0,
        blockingCalls: stats?.blockingCalls ?? 0,
        problems: this.#snapshot?.result.problems.length ?? 0,
      },
      times: { ...this.#times },
      loopDelay: this.#loopDelay.read(),
      restarts: this.#supervisor.restarts,
      ...(this.#snapshot && { typescript: { ...this.#snapshot.result.typescript, ...problemOf(this.#typescript) } }),
    };
  }

  private statistics(): Statistics {
    const result = this.#snapshot?.result;
    return {
      status: this.status(),
      version: this.#version,
      node: process.versions.node,
      roots: this.#addresses.roots,
      memory: { resident: process.memoryUsage().rss, ...(result && { analysisHeap: result.heap }) },
      ...(result && { analysis: { ...result.stats } }),
      problems: result?.problems ?? [],
    };
  }
}

function problemOf({ problem }: TypeScriptChoice): Pick<TypeScriptChoice, "problem"> {
  return problem === undefined ? {} : { problem };
}

function sectionOf(settings: unknown): unknown {
  return (settings as { readonly loopguard?: unknown } | null | undefined)?.loopguard;
}

function resultId(diagnostics: readonly Diagnostic[]): string {
  return createHash("sha1").update(JSON.stringify(diagnostics)).digest("base64url");
}
