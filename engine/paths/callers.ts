/** Why a blocking call runs: from its function back through callers to entry points, start-up code or workers. */
import type { EntryPointKind, RoutePattern } from "../entrypoints/framework.js";
import type { CallId, FunctionFact, Span, TagName, ValueFact } from "../facts/facts.js";
import type { Confidence, Context } from "../rules/finding.js";
import {
  closure,
  isAtLeast,
  memoOf,
  weaker,
  type BlockingCall,
  type FunctionRef,
  type Memo,
  type ParameterOf,
  type Registered,
  type RegisteringCall,
  type SearchResult,
  type SourceFile,
  type Use,
  type ValueNode,
} from "./graph.js";
import { parameterNamed, rootOf } from "./texts.js";
import { functionAround } from "./visits.js";

/** One way from an entry point to a blocking call. */
export interface Route {
  readonly entry: {
    readonly label: string;
    readonly kind: EntryPointKind;
    readonly route?: RoutePattern;
    /** The registered function; absent when the blocking function itself is registered. */
    readonly function?: FunctionRef;
    readonly file: SourceFile;
    readonly span: Span;
    readonly by?: RegisteringCall;
  };
  readonly confidence: Confidence;
  /** The functions entered, entry point first, each with the place where it is entered. */
  readonly hops: readonly RouteHop[];
  readonly isInLoop: boolean;
}

export interface RouteHop {
  readonly function: FunctionRef;
  /** Where it is called; absent for the entry point's own function. */
  readonly at?: { readonly file: SourceFile; readonly span: Span; readonly call?: CallId; readonly how?: Use["how"] };
}

export interface Explanation {
  readonly context: Context;
  readonly routes: readonly Route[];
}

interface Caller {
  readonly function: FunctionRef;
  readonly use: Use;
  readonly confidence: Confidence;
  readonly memo: Memo;
}

/** What runs a function: its callers, and what it is registered with. */
interface Running {
  readonly callers: readonly Caller[];
  readonly registered: readonly Registered[];
}

/** Kinds of entry points by which a program can work for itself alone. */
const ALONE: readonly EntryPointKind[] = ["timer", "schedule", "listener", "callback"];

/** How many callers up a value is traced. */
const MAX_CALLERS = 8;

/** How many functions may stand between a registered function and the one that is written for the route. */
const MAX_WRAPPERS = 4;

const LEVELS: readonly Confidence[] = ["definite", "probable", "possible"];

/** Explains blocking calls of one search; what runs a function is worked out once for all of them. */
export class Callers {
  readonly #result: SearchResult;
  readonly #running = new Map<ValueNode, Running>();
  readonly #repeated = new Map<ValueNode, boolean>();

  constructor(result: SearchResult) {
    this.#result = result;
  }

  explain(call: BlockingCall): Explanation {
    const contexts = new Set<Context>();
    if (call.registered) return this.explainRegistered(call, call.registered);
    const start = call.in;
    if (this.#result.isDevelopmentOnly(call.guards)) return { context: "script", routes: [] };
    if (this.#result.isElsewhere(call.guards)) return { context: "worker", routes: [] };
    if (start.id !== 0 && this.isKept(call)) return { context: "once", routes: [] };
    const routes = this.routes(start, call, contexts);
    // Whoever comes later finds it there.
    const isThere = call.match.row.setup?.isRemembered === true && this.runsWhileLoading(start);
    if (isThere) return { context: "startup", routes: [] };
    const certain = routes.filter(({ confidence }) => confidence !== "possible");
    // What is only possible does not outweigh what is known.
    if (certain.length > 0 || (routes.length > 0 && contexts.size === 0)) return { context: "loop", routes };
    const order: readonly Context[] = ["once", "startup", "worker", "script"];
    return { context: order.find((context) => contexts.has(context)) ?? "unknown", routes: [] };
  }

  /** Whether a file of the server calls the function while it is loaded, and nothing on the way waits. */
  private runsWhileLoading(start: FunctionRef): boolean {
    const reached = new Map([[keyOf(start), start]]);
    for (const ref of reached.values()) {
      const { file, id } = ref;
      if (id === 0 && this.moduleContext(file) === "startup") return true;
      if (file.facts.functions[id]?.isAsync === true) continue;
      for (const { function: caller, use, confidence } of this.runningOf(ref).callers)
        if (use.how === "call" && use.guards.length === 0 && confidence !== "possible")
          reached.set(keyOf(caller), caller);
    }
    return false;
  }

  private explainRegistered(call: BlockingCall, registered: Registered): Explanation {
    const context = this.entryContext(registered);
    if (context !== "loop") return { context, routes: [] };
    const entry = { label: registered.label, kind: registered.kind, file: call.file, span: call.span };
    return { context, routes: [{ entry, confidence: call.confidence, hops: [], isInLoop: false }] };
  }

  /** Shortest routes from every entry point, the most certain first. */
  private routes(start: FunctionRef, call: BlockingCall, contexts: Set<Context>): Route[] {
    const routes: Route[] = [];
    const found = new Set<string>();
    for (const level of LEVELS) {
      let isAll = true;
      const reached = new Map<
        string,
        { readonly function: FunctionRef; readonly via?: { readonly key: string; readonly use: Use } }
      >();
      reached.set(keyOf(start), { function: start });
      for (const [key, { function: current }] of reached) {
        const ending = declaredEnd(current);
        if (ending !== undefined) {
          if (ending === "startup") contexts.add("startup");
          continue;
        }
        const { callers, registered } = this.runningOf(current);
        const declared = registered.find(({ isDeclared }) => isDeclared === true);
        if (declared) {
          contexts.add(this.entryContext(declared));
          continue;
        }
        const own = this.terminal(current, callers, registered);
        if (typeof own === "string") contexts.add(own);
        const way = firstFunctions(reached, key);
        const named = registered.flatMap((entry) => this.#result.named(entry, way));
        for (const entry of [...named, ...(typeof own === "object" ? [own] : [])]) {
          const context = this.entryContext(entry);
          const isCertain = isAtLeast(weaker(entry.confidence, call.confidence), level);
          if (!isCertain) isAll = false;
          if (context === "loop" && isCertain) {
            const id = `${entry.file.path}@${String(entry.span?.start ?? -1)} ${entry.label} ${key}`;
            if (!found.has(id)) routes.push(routeOf(entry, current, reached, key, level, call));
            found.add(id);
          } else if (context !== "loop") {
            contexts.add(context);
          }
        }
        for (const caller of callers) {
          if (!isAtLeast(weaker(caller.confidence, call.confidence), level)) isAll = false;
          else if (this.#result.isDevelopmentOnly(caller.use.guards)) contexts.add("script");
          else if (this.#result.isElsewhere(caller.use.guards)) contexts.add("worker");
          else if (caller.function.id !== 0 && this.isKept({ ...caller.use, memo: caller.memo })) contexts.add("once");
          else if (!reached.has(keyOf(caller.function)))
            reached.set(keyOf(caller.function), { function: caller.function, via: { key, use: caller.use } });
        }
      }
      if (isAll) break;
    }
    return routes;
  }

  /** Whether the value runs at most once: what keeps its result lasts, or is itself not made over and over. */
  private isKept({ memo, keptBy, keptUnder }: Pick<Use, "memo" | "keptBy" | "keptUnder">): boolean {
    return (
      memo === "once" ||
      keptBy.some((keeper) => !this.isRepeated(keeper)) ||
      keptUnder.some((parameter) => this.isFixed(parameter, []))
    );
  }

  /** Whether all callers give the parameter values that are the same for every request. */
  private isFixed({ file, function: id, path }: ParameterOf, seen: readonly string[]): boolean {
    const [name = "", ...members] = path.split(".");
    const parameter = parameterNamed(file, id, name);
    const key = `${file.path}#${String(id)}/${path}`;
    const { callers, registered } = this.runningOf({ file, id });
    if (!parameter || callers.length === 0 || registered.length > 0 || seen.length > MAX_CALLERS) return false;
    return (
      seen.includes(key) ||
      callers.every(({ use }) => {
        const call = use.how === "call" && use.call !== undefined ? use.file.facts.calls[use.call] : undefined;
        const value = call?.arguments[parameter.index];
        if (!call) return false;
        const part = value && memberOf(value, [...parameter.member, ...members]);
        return !part || this.isFixedValue(use.file, part.value, part.rest, [...seen, key]);
      })
    );
  }

  private isFixedValue(file: SourceFile, value: ValueFact, rest: readonly string[], seen: readonly string[]): boolean {
    if (value.is !== "mention") return value.is === "string" || value.is === "number" || value.is === "boolean";
    const root = rootOf(file, value.mention);
    if (!root) return false;
    for (let id = root.function; id !== 0; id = file.facts.functions[id]?.parent ?? 0) {
      if (!parameterNamed(file, id, root.name)) continue;
      return this.isFixed({ file, function: id, path: [root.name, ...root.path, ...rest].join(".") }, seen);
    }
    return isOfModule(file, root.name);
  }

  /** Whether the loop reaches the value, so that it runs again and again. */
  private isRepeated(node: ValueNode): boolean {
    const known = this.#repeated.get(node);
    if (known !== undefined) return known;
    this.#repeated.set(node, false);
    const { callers, registered } = this.runningOfNode(node);
    const isRepeated =
      registered.some((entry) => entry.confidence !== "possible" && this.entryContext(entry) === "loop") ||
      callers.some((caller) => this.isRepeatedBy(caller));
    this.#repeated.set(node, isRepeated);
    return isRepeated;
  }

  private isRepeatedBy({ function: caller, use, memo, confidence }: Caller): boolean {
    if (confidence === "possible" || caller.id === 0 || this.isKept({ ...use, memo })) return false;
    const node = this.#result.nodeOf(caller);
    return node !== undefined && !this.#result.isDevelopmentOnly(use.guards) && this.isRepeated(node);
  }

  private runningOf(ref: FunctionRef): Running {
    const node = ref.id === 0 ? undefined : this.#result.nodeOf(ref);
    return node ? this.runningOfNode(node) : { callers: [], registered: [] };
  }

  private runningOfNode(node: ValueNode): Running {
    const known = this.#running.get(node);
    if (known) return known;
    const callers: Caller[] = [];
    const registered: Registered[] = [];
    for (const flow of closure(node)) {
      for (const use of flow.node.uses) {
        callers.push({
          function: use.in,
          use,
          confidence: weaker(flow.confidence, use.confidence),
          memo: memoOf(flow, use),
        });
      }
      for (const entry of flow.node.registered)
        registered.push({ ...entry, confidence: weaker(flow.confidence, entry.confidence) });
    }
    const running = { callers, registered };
    this.#running.set(node, running);
    return running;
  }

  /** What the function is by itself: the top level of a module, or something that nothing calls. */
  private terminal(
    ref: FunctionRef,
    callers: readonly Caller[],
    registered: readonly Registered[],
  ): Context | Registered | undefined {
    const { file, id } = ref;
    if (id === 0) return this.moduleContext(file);
    const fact = file.facts.functions[id];
    const isContinuation =
      callers.length > 0 && callers.every(({ use }) => use.how === "continuation" && this.isUncalled(use.in));
    if (isContinuation && fact) return entryOf(file, fact, "callback", "probable");
    if (callers.length > 0 || registered.length > 0) return undefined;
    if (this.moduleContext(file) !== "startup") return this.moduleContext(file);
    const isAsync = fact?.isAsync === true || fact?.returnTypeNames?.[0] === "Promise";
    return fact && isAsync
      ? entryOf(file, fact, `async function ${fact.name ?? "without a name"}`, "possible")
      : undefined;
  }

  private isUncalled(ref: FunctionRef): boolean {
    if (ref.id === 0) return false;
    const { callers, registered } = this.runningOf(ref);
    return callers.length === 0 && registered.length === 0;
  }

  private moduleContext(file: SourceFile): Context {
    if (this.#result.workerFiles.has(file)) return "worker";
    return file.role === "source" ? "startup" : "script";
  }

  private entryContext(entry: Registered): Context {
    if (entry.effect === "startup") return "startup";
    if (entry.effect === "ignored") return "script";
    if (entry.effect === "offload") return "worker";
    if (this.#result.isElsewhere(entry.guards)) return "worker";
    // A process that serves has a loop that its own clients wait on, whoever started it.
    if (this.#result.workerFiles.has(entry.file) && ALONE.includes(entry.kind)) return "worker";
    if (this.#result.handedOutFiles.has(entry.file)) return "worker";
    if (this.#result.isDevelopmentOnly(entry.guards)) return "script";
    // A command-line tool has a loop as well, but nobody waits on it unless it serves.
    if (entry.file.role === "script" && ALONE.includes(entry.kind)) return "script";
    return "loop";
  }
}

/** The member of a value, or what it is a member of, where that is only named; undefined where it is left out. */
function memberOf(
  value: ValueFact,
  [name, ...others]: readonly string[],
): { readonly value: ValueFact; readonly rest: readonly string[] } | undefined {
  if (name === undefined || value.is !== "object") return { value, rest: name === undefined ? [] : [name, ...others] };
  const property = value.properties.find((candidate) => candidate.name === name);
  return property && memberOf(property.value, others);
}

/** Whether the module, and no function of it, declares a variable of this name. */
function isOfModule(file: SourceFile, name: string): boolean {
  const { calls, mentions } = file.facts;
  const declaring = [...calls, ...mentions].flatMap(({ site }) =>
    (site.to === "variable" || site.to === "rename") && site.name === name && !("isReference" in site)
      ? [site.offset]
      : [],
  );
  return declaring.length > 0 && declaring.every((offset) => functionAround(file, offset) === 0);
}

function throughHops({ through }: Pick<Use, "through">): RouteHop[] {
  return through.map(({ function: entered, file, span }) => ({ function: entered, at: { file, span } }));
}

/**
 * What ends the walk, because whoever wrote the function vouches for it: `@nonblocking`, `@startup`, and
 * `@blocking`, whose calls are reported instead of what it does.
 */
function declaredEnd({ file, id }: FunctionRef): TagName | undefined {
  return file.facts.functions[id]?.tags?.[0]?.name;
}

function keyOf({ file, id, visit }: FunctionRef): string {
  return `${file.path}#${String(id)}${visit ? ` in ${visit.key}` : ""}`;
}

function entryOf(file: SourceFile, fact: FunctionFact, label: string, confidence: Confidence): Registered {
  return {
    effect: "entry",
    label,
    kind: "callback",
    confidence,
    file,
    guards: [],
    span: { start: fact.nameOffset ?? fact.span.start, end: fact.span.end },
  };
}

type Reached = ReadonlyMap<
  string,
  { readonly function: FunctionRef; readonly via?: { readonly key: string; readonly use: Use } }
>;

/** The function and those that it calls first on the way: what handles a request is often wrapped. */
function firstFunctions(reached: Reached, start: string): FunctionRef[] {
  const functions: FunctionRef[] = [];
  for (let key: string | undefined = start; key !== undefined && functions.length < MAX_WRAPPERS;) {
    const at = reached.get(key);
    if (at) functions.push(...(at.via?.use.through ?? []).map((step) => step.function).toReversed(), at.function);
    key = at?.via?.key;
  }
  return functions;
}

function routeOf(
  entry: Registered,
  start: FunctionRef,
  reached: Reached,
  startKey: string,
  confidence: Confidence,
  call: BlockingCall,
): Route {
  const hops: RouteHop[] = [{ function: start }];
  let isInLoop = call.isInLoop;
  for (let at = reached.get(startKey)?.via; at; at = reached.get(at.key)?.via) {
    const target = reached.get(at.key);
    if (!target) break;
    hops.push(...throughHops(at.use), { function: target.function, at: at.use });
    isInLoop ||= at.use.isInLoop;
  }
  hops.push(...throughHops(call));
  const fact = start.file.facts.functions[start.id];
  return {
    entry: {
      label: entry.label,
      kind: entry.kind,
      ...(entry.route && { route: entry.route }),
      ...(entry.by && { by: entry.by }),
      function: start,
      file: start.file,
      span: fact?.span ?? { start: 0, end: 0 },
    },
    confidence,
    hops,
    isInLoop,
  };
}
