/** The routes of a project: every registered HTTP handler by its method and full path, whatever it reaches. */
import type { Registration, RoutePattern } from "../entrypoints/framework.js";
import { labelOf } from "../entrypoints/recognise.js";
import type { CallFact, ClassId, FunctionFact, Span } from "../facts/facts.js";
import { type Address, ELEMENT } from "../reference.js";
import { fileRoutes } from "./file-routes.js";
import type { FoundRoute, FunctionRef, Registered, RegisteringCall, SourceFile, Visit } from "./graph.js";
import { receiverOf } from "./receivers.js";
import { joinPaths, joinRoute } from "./route-paths.js";
import type { RouteCall } from "./router.js";
import type { Search } from "./search.js";
import { Surroundings } from "./surroundings.js";
import { mentionedText, textAt, writtenValue, type WrittenValue } from "./texts.js";
import type { Turn } from "./turns.js";
import type { Node } from "./value-node.js";
import { visitsOf } from "./visits.js";

/** Stands for a text that is not written out. */
const UNREAD = "…";
/** Handlers are wrapped in few calls. */
const MAX_WRAPPERS = 4;

export class Routes {
  readonly #search: Search;
  readonly #handlers = new Map<RouteCall, FunctionRef>();
  /** Those whose handlers stand there themselves, with nothing around them. */
  readonly #written = new Set<RouteCall>();
  /** Methods of classes that routes name. */
  readonly #methods = new Set<string>();
  readonly #decorated: FoundRoute[] = [];
  /** What calls register, by the visit in which they do so: each is asked for by everything its handlers reach. */
  readonly #patterns = new WeakMap<RegisteringCall, Map<string, readonly RoutePattern[]>>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Asks which functions handle what is registered, and which decorators register. */
  seed(): void {
    const { node } = this.#search.values.node("routes", {});
    for (const call of this.#search.routers.calls) {
      const {
        call: { file },
        handler: value,
        described,
        isBeside = false,
        visit,
        turns,
      } = call;
      const from = isBeside ? undefined : described;
      this.seedHandler(node, call, { file: from?.file ?? file, value, visit, turns });
    }
    for (const file of this.#search.index.files)
      for (const fact of file.facts.functions) if (fact.decorators) this.seedDecorated(node, file, fact);
  }

  /** Every route, in order of file and position. */
  all(): readonly FoundRoute[] {
    const surroundings = new Surroundings(this.#search.routers);
    const registered = this.#search.routers.calls.flatMap((call) => {
      const { file, fact } = registeredAt(call);
      const handler = this.#handlers.get(call);
      // A class need not have all the methods.
      if (call.action !== undefined && !handler) return [];
      return this.patternsOf(call).map((pattern): FoundRoute => {
        const madeBy = this.makersOf(call, pattern);
        return {
          ...pattern,
          file,
          span: memberSpan(file, fact),
          framework: call.recognised.framework.name,
          ...(handler && { handler }),
          around: surroundings.of(call, pattern.path),
          ...(madeBy.length > 0 && { madeBy }),
        };
      });
    });
    const placed = fileRoutes(this.#search.index.files, this.#search.declared.conventions);
    const { procedures } = this.#search;
    const answering = [...registered, ...this.#decorated, ...placed].filter(
      ({ handler }) => !handler || !procedures.serves(handler),
    );
    return [...answering, ...procedures.all()].sort(
      (a, b) => compareText(a.file.path, b.file.path) || a.span.start - b.span.start || compareText(a.path, b.path),
    );
  }

  /**
   * The registration of a function under the names of the routes that it makes: several when its router is mounted
   * twice.
   *
   * @param handlers the function and those that it calls first, in case it wraps what handles the route
   */
  named(registered: Registered, handlers: readonly FunctionRef[]): readonly Registered[] {
    const { by } = registered;
    // A method that routes name is known by them, rather than by what it takes.
    if (!by && !registered.route && handlers[0] && this.#methods.has(functionKey(handlers[0]))) return [];
    if (by?.recognised.registration.kind !== "http") return [registered];
    if (this.handlesOthers(registered, by, handlers)) return [];
    const routes = this.callsOf(by, handlers).flatMap((call) => {
      // What is written as the handler is that, however the search came here: by the type of a list's elements.
      const isCertain = this.isWritten(call, handlers);
      const patterns = this.patternsIn(call, by.visit ?? call.visit);
      return patterns.map((route) => ({ route, isCertain: isCertain && route.method !== UNREAD }));
    });
    if (routes.length === 0) return [registered];
    return routes.map(({ route, isCertain }) => ({
      ...registered,
      ...(isCertain && { confidence: "definite" }),
      label: `${route.method} ${route.path}`,
      route,
    }));
  }

  /** The calls that the registration stands for: of those that differ by their caller, the ones with this handler. */
  private callsOf(
    by: RegisteringCall,
    handlers: readonly FunctionRef[],
  ): readonly (RegisteringCall & Partial<RouteCall>)[] {
    const calls = this.#search.routers.callsOf(by);
    const handling = calls.filter((call) => this.isHandledBy(call, handlers));
    const chosen = handling.length > 0 ? handling : calls.filter(({ visit }) => !visit || by.visit?.key === visit.key);
    return chosen.length > 0 ? chosen : [by];
  }

  private patternsIn(call: RegisteringCall & Partial<RouteCall>, visit: Visit | undefined): readonly RoutePattern[] {
    let known = this.#patterns.get(call);
    if (!known) this.#patterns.set(call, (known = new Map<string, readonly RoutePattern[]>()));
    const key = visit?.key ?? "";
    const patterns = known.get(key) ?? this.patternsOf({ ...call, visit });
    known.set(key, patterns);
    return patterns;
  }

  private isHandledBy(call: RouteCall, handlers: readonly FunctionRef[]): boolean {
    const known = this.#handlers.get(call);
    return handlers.some(({ file, id }) => known?.file === file && known.id === id);
  }

  private isWritten(call: RegisteringCall & Partial<RouteCall>, handlers: readonly FunctionRef[]): boolean {
    if (!isRouteCall(call) || !this.#written.has(call) || !this.isHandledBy(call, handlers)) return false;
    const { member, registration } = call.recognised;
    return registration.isLikely !== true || member === ELEMENT;
  }

  /** Whether a value that may have come here is none of the handlers that are written here. */
  private handlesOthers(
    { confidence, span }: Registered,
    by: RegisteringCall,
    handlers: readonly FunctionRef[],
  ): boolean {
    const calls = this.#search.routers.callsOf(by);
    if (confidence === "definite" || calls.length === 0) return false;
    return calls.every((call) => {
      const { file } = call.call;
      const mention = call.handler.is === "mention" ? file.facts.mentions[call.handler.mention] : undefined;
      const isKnown = this.#written.has(call) && this.#handlers.has(call);
      return mention?.offset === span?.start && isKnown && !this.isHandledBy(call, handlers);
    });
  }

  /** What the function or the class was made for, or called by, that registers the route. */
  private makersOf({ call, visit, on }: RouteCall, { path }: RoutePattern): NonNullable<FoundRoute["madeBy"]> {
    if (call.fact.function === 0) return [];
    const places = this.#search.routers.places.of(on).filter(({ prefix }) => path.startsWith(prefix));
    const longest = places.toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
    const calls = [...(longest?.madeBy ?? []), ...visitsOf(visit).map((each) => each.call)];
    return calls.map(({ file, fact }) => ({ file, span: fact.span }));
  }

  /** The method and the full paths of what a call registers; none where the call says neither. */
  private patternsOf(registering: RegisteringCall & Partial<RouteCall>): readonly RoutePattern[] {
    const { call, visit, recognised, on, described, turns } = registering;
    const action = recognised.registration.actions?.[registering.action ?? ""];
    const { registration, member } = recognised;
    const { constants } = this.#search;
    const file = described?.file ?? call.file;
    const read = (where: string): string | undefined => textAt(file, call.fact, where, { visit, turns, constants });
    const method =
      action?.method ??
      (member === ELEMENT ? computedMethod(call, visit, turns) : methodOf(registration.method, member, read));
    const written = registration.path === undefined ? "" : read(String(pathAt(registration, call.fact)));
    const path = registration.hasBracedParameters === true ? written?.replaceAll(/\{(\w+)\}/gu, ":$1") : written;
    const { routers } = this.#search;
    const own = action ? joinRoute("/", `/${path ?? UNREAD}`, action.path) : (path ?? UNREAD);
    const below = joinPaths(routers.places.groupedUnder(call), own);
    const paths = routers.places.prefixesOf(on).map((prefix) => joinPaths(prefix, below));
    if (method === undefined && path === undefined) return [];
    return [...new Set(paths)].flatMap((full) =>
      full === "" ? [] : [{ method: method?.toUpperCase() ?? UNREAD, path: full }],
    );
  }

  // ── Who handles it ──────────────────────────────────────────────────────────────────────────

  private seedHandler(node: Node, route: RouteCall, handler: WrittenValue, depth = 0): void {
    if (depth > MAX_WRAPPERS || this.#handlers.has(route)) return;
    const { file, value, visit, turns } = writtenValue(handler, []) ?? handler;
    const [owner, method] = value.is === "array" ? value.elements : [value];
    const name = route.action ?? (method?.is === "string" ? method.value : undefined);
    if (owner?.is === "mention" && name !== undefined) {
      this.seedMethod(node, route, file, owner.mention, name);
      return;
    }
    switch (value.is) {
      case "function":
        this.#handlers.set(route, { file, id: value.function });
        if (depth === 0) this.#written.add(route);
        return;
      case "mention":
        // Which element a computed key means is not written.
        if (depth === 0 && file.facts.mentions[value.mention]?.name !== ELEMENT) this.#written.add(route);
        this.seedMentioned(node, route, file, value.mention, depth);
        return;
      case "call": {
        const call = file.facts.calls[value.call];
        if (!call) return;
        const bound = boundFunction(file, call);
        if (bound !== undefined)
          this.seedHandler(node, route, { file, value: { is: "mention", mention: bound }, visit, turns }, depth + 1);
        // What wraps a handler takes it last.
        for (const argument of call.arguments.toReversed())
          this.seedHandler(node, route, { file, value: argument, visit, turns }, depth + 1);
        return;
      }
      default:
    }
  }

  /** What wraps a handler may be kept under a name first. */
  private seedMade(node: Node, route: RouteCall, { file: path, offset }: Address, depth: number): void {
    const file = this.#search.index.file(path);
    const made = file?.facts.calls.find(({ site }) => site.to === "variable" && site.offset === offset);
    if (file && made)
      this.seedHandler(node, route, { file, value: { is: "call", call: made.id }, visit: undefined }, depth + 1);
  }

  private seedMentioned(node: Node, route: RouteCall, file: SourceFile, id: number, depth: number): void {
    const mention = file.facts.mentions[id];
    if (!mention) return;
    // `this[name]` is another method in each turn.
    const name = mention.key === undefined ? undefined : mentionedText(file, mention.key, route);
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "declared" || reference.steps.length > 0 || this.#handlers.has(route)) continue;
        const target = this.#search.index.functionAt(reference.at);
        if (target?.function === undefined) {
          this.seedMade(node, route, reference.at, depth);
          continue;
        }
        if (name !== undefined && target.file.facts.functions[target.function]?.name !== name) continue;
        this.#handlers.set(route, { file: target.file, id: target.function });
      }
      return true;
    });
  }

  /** The method of a class, or of one that a function imports. */
  private seedMethod(node: Node, route: RouteCall, file: SourceFile, id: number, name: string): void {
    const mention = file.facts.mentions[id];
    if (!mention) return;
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
      if (!answer) return false;
      for (const reference of answer) {
        const target = reference.is === "declared" ? this.#search.index.functionAt(reference.at) : undefined;
        if (target?.class !== undefined) this.addMethod(route, target.file, target.class, name);
        else if (target?.function !== undefined) this.seedImported(node, route, target.file, target.function, name);
      }
      return true;
    });
  }

  private seedImported(node: Node, route: RouteCall, file: SourceFile, id: number, name: string): void {
    const imported = file.facts.mentions.findIndex(
      (mention) => mention.function === id && mention.module !== undefined && mention.name === "default",
    );
    const mention = file.facts.mentions[imported];
    if (!mention) return;
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      for (const reference of answer) {
        const target = reference.is === "declared" ? this.#search.index.file(reference.at.file) : undefined;
        for (const { id: owner } of target?.facts.classes ?? [])
          if (target && !this.#handlers.has(route)) this.addMethod(route, target, owner, name);
      }
      return true;
    });
  }

  private addMethod(route: RouteCall, file: SourceFile, owner: ClassId, name: string): void {
    const method = file.facts.functions.find((fact) => fact.class === owner && fact.name === name && !fact.isStatic);
    if (!method) return;
    const { call, recognised } = route;
    const handler = { file, id: method.id };
    this.#handlers.set(route, handler);
    this.#methods.add(functionKey(handler));
    // Nothing blocks in functions that the search never met.
    this.#search.values.known(handler)?.registered.push({
      effect: "entry",
      label: labelOf(recognised, call.fact),
      kind: "http",
      confidence: "definite",
      file: call.file,
      span: call.fact.span,
      guards: this.#search.guards.guardsOf(call.file, call.fact),
      by: route,
    });
  }

  // ── Decorators ──────────────────────────────────────────────────────────────────────────────

  private seedDecorated(node: Node, file: SourceFile, fact: FunctionFact): void {
    for (const decorator of fact.decorators ?? []) {
      const mention = file.facts.mentions[decorator.mention];
      if (!mention || !this.#search.knowledge.recogniser.decoratesRoutes(decorator.name)) continue;
      // A name means the same wherever a file decorates with it.
      const first = file.facts.mentions.find(({ name, module }) => name === mention.name && module !== undefined);
      const { offset } = first ?? mention;
      this.#search.inquiry.add(node, () => {
        const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset });
        if (!answer) return false;
        for (const reference of answer) {
          if (reference.is !== "external") continue;
          const call = decorator.call === undefined ? undefined : file.facts.calls[decorator.call];
          for (const { framework, shape } of this.#search.knowledge.recogniser.decorator(reference)) {
            const routes = this.#search.decorated.routesOf({ framework, shape, file, method: fact, call });
            if (routes.length === 0) continue;
            const span = { start: mention.offset, end: mention.offset + mention.name.length };
            for (const { heir, ...route } of routes) {
              const inheriting = heir?.file.facts.classes[heir.class];
              this.#decorated.push({
                ...route,
                ...(heir && inheriting && { madeBy: [{ file: heir.file, span: inheriting.span }] }),
                file,
                span,
                framework: framework.name,
                handler: { file, id: fact.id },
              });
            }
            return true;
          }
        }
        return true;
      });
    }
  }
}

function isRouteCall(call: RegisteringCall & Partial<RouteCall>): call is RouteCall {
  return call.handler !== undefined;
}

function functionKey({ file, id }: FunctionRef): string {
  return `${file.path}#${String(id)}`;
}

/** The call that registers it, or the one by which the function around was told what to register. */
function registeredAt({ call, visit }: RegisteringCall): Visit["call"] {
  return visitsOf(visit).at(-1)?.call ?? call;
}

/** From the member's name: calls that are chained all begin where the chain does. */
function memberSpan({ facts }: SourceFile, { callee, span }: CallFact): Span {
  const mention = callee === undefined ? undefined : facts.mentions[callee];
  return { start: mention?.offset ?? span.start, end: span.end };
}

/** The method's name: fixed, the member's own, or written among the arguments. */
function methodOf(
  method: string | undefined,
  member: string,
  read: (where: string) => string | undefined,
): string | undefined {
  if (method === "member") return member;
  return method !== undefined && /^\d/u.test(method) ? read(method) : method;
}

/** What is called or is a function is no path, but the first handler after it. */
function pathAt({ path = 0, pathWithoutName }: Registration, { arguments: given }: CallFact): number | string {
  const value = typeof path === "number" ? given[path] : undefined;
  const isHandler = value?.is === "call" || value?.is === "function";
  return isHandler ? (pathWithoutName ?? path) : path;
}

/** `app[options.method]`, as far as the caller writes it out. */
function computedMethod(
  { file, fact: { callee } }: Visit["call"],
  visit: Visit | undefined,
  turns: readonly Turn[] | undefined,
): string | undefined {
  const key = callee === undefined ? undefined : file.facts.mentions[callee]?.key;
  return key === undefined ? undefined : mentionedText(file, key, { visit, turns });
}

/** `handler` of `handler.bind(this)`. */
function boundFunction(file: SourceFile, { callee }: CallFact): number | undefined {
  const isBinding = callee !== undefined && file.facts.mentions[callee]?.name === "bind";
  return isBinding ? receiverOf(file, callee) : undefined;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
