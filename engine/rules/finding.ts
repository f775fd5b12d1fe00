/** A finding: one blocking call that keeps the event loop from running anything else. */
import type { RegexSource } from "../catalogue/lookup.js";
import type { Cost, Kind, Twin } from "../catalogue/row.js";
import type { AsynchronousHandlers, EntryPointKind, RoutePattern } from "../entrypoints/framework.js";
import type { FunctionId } from "../facts/facts.js";

export type Confidence = "definite" | "probable" | "possible";

/**
 * Why code runs. `loop`: reached from an entry point. `startup`: while the process starts.
 * `once`: its result is kept. `worker`: on another thread or process. `script`: command-line
 * tools, tests, development-only code. `unknown`: nothing that was read calls it.
 */
export type Context = "loop" | "startup" | "once" | "worker" | "script" | "unknown";

/** A range in a file. Offsets are UTF-16 code units, lines and columns count from 1. */
export interface Location {
  /** Absolute path with forward slashes. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One hop of a blocking path: the function entered, or (last) the blocking call itself. */
export interface Hop {
  readonly name: string;
  /** Where the hop is taken: the entry point's function, then each call site. */
  readonly location: Location;
}

export interface EntryPoint {
  /** How a person names it: `POST /login`, `socket event "login"`, `setInterval callback`. */
  readonly label: string;
  readonly kind: EntryPointKind;
  /** The registered function. */
  readonly location: Location;
  /** For what answers HTTP requests of a known method and path. */
  readonly route?: RoutePattern;
  /** Where it is registered by a call that takes asynchronous functions as well. */
  readonly asynchronous?: AsynchronousHandlers & { readonly registration: Location };
}

/** A registered HTTP handler, whether or not it reaches anything that blocks. */
export interface Route extends RoutePattern {
  /** The function that handles the requests; where it is registered when nobody can tell which that is. */
  readonly location: Location;
  /** The call or decorator that registers it. */
  readonly registration: Location;
  /** It may as well be built ahead of requests: a page. */
  readonly isLikely?: boolean;
  /** The name of the framework that it is registered with, as `frameworks` has it. */
  readonly framework: string;
  /** The function that handles the requests, as its file's facts number it. */
  readonly handler?: { readonly file: string; readonly function: FunctionId };
  /** The calls that put something around it, those of outer routers first. */
  readonly around?: readonly Surrounding[];
  /** The calls and classes that made the object or the router that it belongs to: they say what is generic in the handler. */
  readonly madeBy?: readonly Location[];
  /** The handler answers other requests, too, and tells them apart by itself. */
  readonly isDispatched?: boolean;
}

/** A call that puts middleware, a hook or an error handler around routes: `app.use(authenticate)`. */
export interface Surrounding {
  /** The name of the called member: `use`. */
  readonly member: string;
  readonly location: Location;
  /** How many routers out from the route's own it is put. */
  readonly level: number;
  /** It is registered after the route, which only errors reach. */
  readonly isAfter?: boolean;
}

/** An entry point that reaches the blocking call, and one shortest way from it. */
export interface BlockingPath {
  readonly entryPoint: EntryPoint;
  readonly hops: readonly Hop[];
  readonly confidence: Confidence;
}

export type RuleName =
  "no-sync-io" | "no-sync-cpu" | "no-blocking-wait" | "no-setup-in-handler" | "no-slow-regex" | "no-blocking-loop";

export interface Finding {
  readonly rule: RuleName;
  readonly kind: Kind;
  readonly cost: Cost;
  /** The best over {@link Finding.paths}. */
  readonly confidence: Confidence;
  readonly context: Context;
  readonly location: Location;
  /** What blocks, as written in the message: `bcrypt.compareSync`. */
  readonly callee: string;
  /** The catalogue's identity: `bcryptjs#compareSync`. */
  readonly identity: string;
  /** The blocking call, or a call on the way to it, is made inside a loop. */
  readonly isInLoop: boolean;
  /** The named functions and classes around the call, outermost first: `Accounts.verify`; empty at a module's top level. */
  readonly within: string;
  /** All entry points that reach it, most certain and then shortest path first. Empty unless context is `loop`. */
  readonly paths: readonly BlockingPath[];
  readonly twin?: Twin;
  readonly offload?: boolean;
  readonly isFakeAsync?: boolean;
  /** A function of the project on the way that is asynchronous, and has not waited for anything when it blocks. */
  readonly looksAsync?: string;
  readonly note?: string;
  /** What a client sent that decides how long it takes: `request.body.name`. */
  readonly sent?: string;
  /** The regular expression that blocks. */
  readonly regex?: RegexSource;
  /** What it builds could be kept, because it is the same each time: `a schema`. */
  readonly builds?: string;
  /** One sentence for a person: what blocks, how long, who waits, what to do. */
  readonly message: string;
  /** Set when an ESLint disable comment covers it. */
  readonly suppressed?: { readonly reason?: string };
}

/** A disable comment that names one of the rules and covers nothing that the rule finds on the loop. */
export interface UnusedSuppression {
  readonly rule: RuleName;
  /** The comment's first character. */
  readonly location: Location;
}

/** Something the run could not do, as a sentence for a person. Never fatal. */
export interface Problem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** A defect of the engine's, and not of the project, is to blame: something may be missing from what is said. */
  readonly failure?: Failure;
}

/** Something that the engine threw, where the rest could go on. */
export interface Failure {
  /** The rule that it stopped at the place; absent where it may have stopped all. */
  readonly rule?: RuleName;
  /** The error with its stack, for a log. */
  readonly error: string;
}

export interface AnalysisStats {
  readonly files: number;
  /** Files of tests, which are left out. */
  readonly tests: number;
  /** Files of {@link files} that were not searched: only the scripts of pages load them. */
  readonly pages: number;
  readonly functions: number;
  readonly calls: number;
  /** Blocking calls found anywhere, whatever their context. */
  readonly blockingCalls: number;
  readonly blockingCallsByContext: Readonly<Record<Context, number>>;
  readonly entryPoints: number;
  /** HTTP routes registered anywhere, by method and full path. */
  readonly routes: number;
  /** Questions asked of the oracle, and batches they were asked in. */
  readonly questions: number;
  readonly batches: number;
  /** Mentions met by the search that nobody could resolve, by reason. */
  readonly unresolved: Readonly<Record<string, number>>;
  /** Call sites met by the search. */
  readonly searchedMentions: number;
}

export interface Analysis {
  /** Every blocking call in every context, in order of file and position. Hosts filter with {@link selectFindings}. */
  readonly findings: readonly Finding[];
  /** In order of file and position. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
  /** Every HTTP route of the project, in order of file and position of its registration. */
  readonly routes: readonly Route[];
  readonly stats: AnalysisStats;
  readonly problems: readonly Problem[];
  /** What the project's configuration asks hosts to show where nothing else is asked for. */
  readonly configured: Partial<Pick<Selection, "confidence" | "minCost">>;
}

/** What documents need of an analysis. */
export type RouteAnalysis = Pick<Analysis, "routes" | "problems">;

/** What a host shows. */
export interface Selection {
  /** The least certain confidence shown. */
  readonly confidence: Confidence;
  /** The least cost tier shown; calls below it are shown all the same when they are made inside a loop. */
  readonly minCost: 0 | 1 | 2 | 3;
  readonly contexts: readonly Context[];
  readonly rules?: readonly RuleName[];
}
