/** What the search finds: who calls what, who registers what, and where blocking calls are. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { Kind } from "../catalogue/row.js";
import type { EntryPointKind, RoutePattern } from "../entrypoints/framework.js";
import type { RecognisedRegistration } from "../entrypoints/recognise.js";
import type { CallFact, CallId, FileFacts, FunctionId, OriginFact, Span } from "../facts/facts.js";
import type { FileRole } from "../project.js";
import type { Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import type { Sight } from "./sight.js";

export interface SourceFile {
  readonly path: string;
  readonly facts: FileFacts;
  readonly role: FileRole;
  readonly imports?: readonly string[];
}

/** A function; within a visit, as far as it concerns the call that the visit is about. */
export interface FunctionRef {
  readonly file: SourceFile;
  readonly id: FunctionId;
  readonly visit?: Visit;
}

/**
 * The call by which a value came into a function's parameter. What the function does with it concerns
 * that caller alone: one handler wrapped by `asyncHandler` is not run by the routes of all the others.
 */
export interface Visit {
  readonly key: string;
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly call: { readonly file: SourceFile; readonly fact: CallFact };
  /** The visit in which the call itself is made. */
  readonly outer?: Visit;
}

/** Whether a value's result is kept: once and for all, or for every argument anew. */
export type Memo = "none" | "per-argument" | "once";

/** A registered HTTP handler. */
export interface FoundRoute extends RoutePattern {
  /** Where it is registered. */
  readonly file: SourceFile;
  readonly span: Span;
  /** It may as well be built ahead of requests: a page. */
  readonly isLikely?: boolean;
  /** The name of the framework that it is registered with. */
  readonly framework: string;
  /** The function that handles the requests, where it could be told. */
  readonly handler?: FunctionRef;
  readonly around?: readonly RouteSurrounding[];
  /** What made the object or the router that it belongs to: calls and classes, which say what is generic in its handler. */
  readonly madeBy?: readonly { readonly file: SourceFile; readonly span: Span }[];
}

/** A call that puts something around routes: `app.use(authenticate)`. */
export interface RouteSurrounding {
  readonly file: SourceFile;
  readonly span: Span;
  /** The name of the called member. */
  readonly member: string;
  /** How many routers out from the route's own it is put. */
  readonly level: number;
  /** It is registered after the route, which only errors reach. */
  readonly isAfter?: boolean;
}

/** A value runs here: it is called, or handed to something that calls it for the enclosing function. */
export interface Use {
  readonly file: SourceFile;
  readonly span: Span;
  readonly call?: CallId;
  /** The function that runs it. */
  readonly in: FunctionRef;
  /** The functions it is handed through on the way, outermost first, each with the call that enters it. */
  readonly through: readonly { readonly function: FunctionRef; readonly file: SourceFile; readonly span: Span }[];
  /** `read`: a getter. `continuation`: it runs later, on behalf of the enclosing function. */
  readonly how: "call" | "read" | "immediate" | "continuation";
  readonly confidence: Confidence;
  readonly memo: Memo;
  /** The parameters under whose values the result is kept, each of a function on the way. */
  readonly keptUnder: readonly ParameterOf[];
  /** What keeps the result, when it lives shorter than the process: each time that it runs, the value runs again. */
  readonly keptBy: readonly ValueNode[];
  readonly isInLoop: boolean;
  readonly guards: readonly GuardRef[];
}

/** A parameter of a function, or a member of one: `options.key`. */
export interface ParameterOf {
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly path: string;
}

/** A guard around a call, by its index into the file's guards. */
export interface GuardRef {
  readonly file: SourceFile;
  readonly guard: number;
}

/** A call that registers something, as far as it concerns one caller of the function around it. */
export interface RegisteringCall {
  readonly call: Visit["call"];
  readonly visit: Visit | undefined;
  readonly recognised: RecognisedRegistration;
}

/** Something other than the project's own code runs the value. */
export interface Registered {
  readonly effect: "entry" | "startup" | "ignored" | "offload" | "unknown";
  readonly label: string;
  readonly kind: EntryPointKind;
  readonly confidence: Confidence;
  /** Where it is registered; absent for decorators and the like, which stand at the function itself. */
  readonly file: SourceFile;
  readonly span?: Span;
  readonly guards: readonly GuardRef[];
  /** The project itself says so, of a function that is called elsewhere too: nothing else counts. */
  readonly isDeclared?: boolean;
  /** The call that registers it, where the registration was recognised. */
  readonly by?: RegisteringCall;
  /** What requests it answers, where that is known. */
  readonly route?: RoutePattern;
}

/** Where a function's value can be: its own name, a variable, a property, a parameter. */
export interface ValueNode {
  readonly key: string;
  readonly uses: Use[];
  readonly registered: Registered[];
  readonly next: Flow[];
}

export interface Flow {
  readonly node: ValueNode;
  readonly confidence: Confidence;
  readonly memo: Memo;
}

export interface BlockingCall extends Omit<Use, "how"> {
  readonly match: CatalogueMatch;
  /** It takes long for large input alone, and this is where each part of its input comes from. */
  readonly input?: readonly (readonly OriginFact[])[];
  /** It is handed to something that runs it: a timer, a listener. */
  readonly registered?: Registered;
}

export interface SearchResult extends FoundRoutes {
  readonly blockingCalls: readonly BlockingCall[];
  /** The value node of a function; undefined when the search never met it. */
  nodeOf(ref: FunctionRef): ValueNode | undefined;
  /** Whether any of the branches is taken in development or tests only. */
  isDevelopmentOnly(guards: readonly GuardRef[]): boolean;
  /** Whether any of the branches is taken on another thread or in another process. */
  isElsewhere(guards: readonly GuardRef[]): boolean;
  /** Files that run on a worker thread or in a child process. */
  readonly workerFiles: ReadonlySet<SourceFile>;
  /** Those of them that run in browsers, and so serve nobody. */
  readonly handedOutFiles: ReadonlySet<SourceFile>;
  /** How many files were left out, because only pages load them. */
  readonly pages: number;
  readonly unresolved: ReadonlyMap<string, number>;
  readonly searchedMentions: number;
  readonly registrations: number;
  /** A registration of a function, or of one that wraps it, under the names of the routes that it makes. */
  named(registered: Registered, handlers: readonly FunctionRef[]): readonly Registered[];
  /** What the search looked at. */
  readonly sight: Sight;
}

/** What the search finds whether or not anything blocks. */
export interface FoundRoutes {
  /** Every registered HTTP handler. */
  readonly routes: readonly FoundRoute[];
  /** What the search threw on the way, and went on without. */
  readonly failures: readonly SearchFailure[];
}

/** A defect of the search's that cost it one of its parts. */
export interface SearchFailure extends SearchPlace {
  readonly error: unknown;
}

/** What was worked at: what blocks, where it is known, and a file. */
export interface SearchPlace {
  readonly kind?: Kind | undefined;
  readonly file?: SourceFile | undefined;
}

const ORDER: readonly Confidence[] = ["definite", "probable", "possible"];

/** The less certain of the two. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

export function isAtLeast(confidence: Confidence, least: Confidence): boolean {
  return ORDER.indexOf(confidence) <= ORDER.indexOf(least);
}

const MEMOS: readonly Memo[] = ["none", "per-argument", "once"];

/** The one of the two that keeps more. */
export function longerMemo(a: Memo, b: Memo): Memo {
  return MEMOS.indexOf(a) >= MEMOS.indexOf(b) ? a : b;
}

/** Everything that runs the node's value, wherever the value goes from there. */
export function closure(start: ValueNode): readonly Flow[] {
  const best = new Map<ValueNode, Flow>();
  const queue: Flow[] = [{ node: start, confidence: "definite", memo: "none" }];
  for (let flow = queue.shift(); flow; flow = queue.shift()) {
    const known = best.get(flow.node);
    const isNoBetter = known && isAtLeast(known.confidence, flow.confidence);
    if (isNoBetter && longerMemo(known.memo, flow.memo) === flow.memo) continue;
    best.set(flow.node, flow);
    for (const onward of flow.node.next) {
      queue.push({
        node: onward.node,
        confidence: weaker(flow.confidence, onward.confidence),
        memo: longerMemo(flow.memo, onward.memo),
      });
    }
  }
  return [...best.values()];
}

/** What is kept of the value's results when it comes to a use by a flow. */
export function memoOf(flow: Flow, use: Use): Memo {
  const memo = longerMemo(flow.memo, use.memo);
  if (memo !== "per-argument") return memo;
  const call = use.call === undefined ? undefined : use.file.facts.calls[use.call];
  const isConstant = call?.arguments.every(({ is }) => is === "string" || is === "number" || is === "boolean") === true;
  return isConstant ? "once" : "none";
}

export function pathOf(steps: readonly Step[]): string {
  return steps.join(".");
}
