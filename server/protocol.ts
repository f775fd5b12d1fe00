/** What the language server speaks beyond the standard protocol: names and shapes of its own requests and notifications. */
import type { Confidence, EntryPointKind, Kind, OpenApiDocument, OpenApiVersion, RuleName } from "@loopguard/engine";
import type { Location, Position, TextDocumentIdentifier } from "vscode-languageserver";

/** Request: every route (or other entry point) of the workspace, with the number of blocking calls it reaches. */
export const ROUTES = "loopguard/routes";
/** Request: blocking paths, hop by hop: of a route, of a place in a document, or all. */
export const PATHS = "loopguard/paths";
/** Request: reads everything from disk again and analyses it; answers when that is done. */
export const SCAN = "loopguard/scan";
/** Request: the latest status, with what a bug report needs. */
export const STATISTICS = "loopguard/statistics";
/** Notification from the server whenever its state changes. */
export const STATUS = "loopguard/status";
/** Request: the OpenAPI document of the workspace, as of all that was told by now. */
export const OPENAPI = "loopguard/openapi";

/**
 * The command of the code lens above a handler; its only argument is a {@link PathsParams}. The server
 * executes it itself unless the client names it in {@link InitializationOptions.clientCommands}.
 */
export const SHOW_PATHS_COMMAND = "loopguard.showPaths";

export interface RoutesParams {
  /** Only the routes whose handler is in this document. */
  readonly textDocument?: TextDocumentIdentifier;
  /** Only the routes whose label contains this text, whatever its case. */
  readonly query?: string;
}

export interface RouteItem {
  /** Names the route in {@link PathsParams}; stable as long as its handler stays where it is. */
  readonly id: string;
  /** How a person names it: `POST /login`, `socket event "login"`, `setInterval callback`. */
  readonly label: string;
  readonly kind: EntryPointKind;
  /** The registered function. */
  readonly location: Location;
  /** Number of different blocking calls that it reaches and that the settings show. */
  readonly blockingCalls: number;
  /** Cost tier of the worst of them, 0 to 3; absent when there are none. */
  readonly worstTier?: 0 | 1 | 2 | 3;
}

/** Absent fields mean the version 3.1, and the routes of all packages. */
export interface OpenApiParams {
  readonly version?: OpenApiVersion;
  /** One of {@link OpenApiResult.apis}, by its id: the others' routes are left out. */
  readonly api?: string;
}

export interface OpenApiResult {
  readonly document: OpenApiDocument;
  /** In order of the document. */
  readonly operations: readonly OpenApiOperationItem[];
  /** What the document leaves open. */
  readonly problems: readonly { readonly message: string; readonly location: Location }[];
  /** The workspace's packages that register routes. */
  readonly apis: readonly OpenApiPackage[];
  /** The one that the document is of; absent when it is of all, or the one that was asked for has no routes any more. */
  readonly api?: string;
  /** Whose handlers are read, as a person calls them. */
  readonly frameworks: readonly string[];
}

export interface OpenApiPackage {
  /** The address of its directory. */
  readonly id: string;
  readonly name: string;
}

/** Where an operation comes from, and what it reaches. */
export interface OpenApiOperationItem {
  readonly operationId: string;
  /** In small letters. */
  readonly method: string;
  /** As the document has it. */
  readonly path: string;
  /** The handler. */
  readonly location: Location;
  /** Number of different blocking calls that it reaches and that the settings show. */
  readonly blockingCalls: number;
  /** The way to each of them, hop by hop. */
  readonly blockingPaths: readonly Pick<PathItem, "blockingCall" | "hops">[];
}

/** All paths where both are absent; the paths of one route; or those through the function or call at a position. */
export interface PathsParams {
  readonly route?: string;
  readonly at?: { readonly textDocument: TextDocumentIdentifier; readonly position: Position };
}

export interface PathItem {
  readonly route: Pick<RouteItem, "id" | "label" | "kind" | "location">;
  readonly blockingCall: BlockingCallItem;
  /** From the route's handler to the blocking call, which comes last. */
  readonly hops: readonly HopItem[];
  readonly confidence: Confidence;
}

export interface HopItem {
  readonly name: string;
  readonly location: Location;
}

export interface BlockingCallItem {
  readonly rule: RuleName;
  readonly kind: Kind;
  /** `bcrypt.compareSync` */
  readonly callee: string;
  /** One to three sentences: what blocks, how long, who waits, what to do. */
  readonly message: string;
  readonly tier: 0 | 1 | 2 | 3;
  /** Measured time per call, in ms. */
  readonly milliseconds?: number;
  readonly location: Location;
  /** The rule's page. */
  readonly documentation: string;
}

/**
 * `loading`: reading the project. `analysing`: searching for blocking paths. `ready`: diagnostics are up
 * to date. `restarting`: the analysis crashed and is started again. `failed`: it crashed too often;
 * {@link SCAN} tries once more.
 */
export type ServerState = "loading" | "analysing" | "ready" | "restarting" | "failed";

export interface ServerStatus {
  readonly state: ServerState;
  /** A sentence for a person, for `restarting` and `failed`. */
  readonly message?: string;
  readonly counts: StatusCounts;
  readonly times: StatusTimes;
  /** Delay of the event loop of the thread that speaks the protocol, in ms, since the server started. */
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
  /** How often the analysis was started again after a crash. */
  readonly restarts: number;
  /** What reads the project; absent until it has been read. */
  readonly typescript?: TypeScriptInUse;
}

export interface TypeScriptInUse {
  readonly version: string;
  /** The file that it was loaded from, when it is the workspace's own. */
  readonly path?: string;
  /** A sentence for a person: why it is not the one that the settings ask for. */
  readonly problem?: string;
}

/** As of the last complete analysis. */
export interface StatusCounts {
  readonly files: number;
  readonly functions: number;
  readonly routes: number;
  /** Blocking calls shown, by the settings. */
  readonly findings: number;
  /** Blocking calls found anywhere, in every context. */
  readonly blockingCalls: number;
  /** Things that could not be read; {@link Statistics.problems} says which. */
  readonly problems: number;
}

/** In ms. */
export interface StatusTimes {
  /** From the start, or from a change of the configuration, to the first complete diagnostics. */
  readonly load?: number;
  /** From the latest change to complete diagnostics. */
  readonly update?: number;
}

export interface Statistics {
  readonly status: ServerStatus;
  readonly version: string;
  readonly node: string;
  readonly roots: readonly string[];
  /** Resident memory of the whole server, and heap of the analysis thread, in bytes. */
  readonly memory: { readonly resident: number; readonly analysisHeap?: number };
  /** What the engine counted in the last analysis: questions, batches, unresolved names. */
  readonly analysis?: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly message: string; readonly file?: string; readonly line?: number }[];
}

/** The client's `initializationOptions`, all optional. */
export interface InitializationOptions {
  /** Commands that the client implements itself, such as {@link SHOW_PATHS_COMMAND}. */
  readonly clientCommands?: readonly string[];
  /** True where the person trusts the workspace. Without it, nothing of the workspace is ever loaded. */
  readonly isTrusted?: boolean;
  /** The settings, for clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<Settings>;
}

export type SeverityName = "error" | "warning" | "information" | "hint";

/** The section `loopguard` of the client's configuration. */
export interface Settings {
  readonly enable: boolean;
  /** The least certain confidence that is shown. */
  readonly confidence: Confidence;
  /** The least cost tier that is shown; cheaper calls are shown when they are made inside a loop. */
  readonly minCost: 0 | 1 | 2 | 3;
  /** By rule name. `auto` follows confidence and cost. */
  readonly severity: Readonly<Partial<Record<RuleName, SeverityName | "auto" | "off">>>;
  readonly codeLens: boolean;
  /**
   * Whose TypeScript reads the project. That of the workspace is loaded only where
   * {@link InitializationOptions.isTrusted} says so.
   */
  readonly typescript: "bundled" | "workspace";
  /** Source files in a folder; of one with more, the packages of the open documents are analysed. */
  readonly maxFiles: number;
}
