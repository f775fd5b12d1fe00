/**
 * Routers: followed as values from where they are made to the calls that register routes on them and to those
 * that mount them, so that every route is known by its full path (`router-places.ts`).
 */
import { canonicalModule } from "../catalogue/builtins.js";
import type { Mount } from "../entrypoints/framework.js";
import type { ExternalReference } from "../catalogue/shapes.js";
import type { RouterRecogniser, RouterType } from "../entrypoints/recognise-routers.js";
import type { CallFact, FunctionId, MentionFact, ValueFact } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, type Answer, type Question } from "../reference.js";
import { closure, type FunctionRef, type RegisteringCall, type SourceFile, type Visit } from "./graph.js";
import { rootOfChain } from "./receivers.js";
import { argumentAt, type Mounting, mentionsIn, mountingsOf, prefixOf, prefixPlaces } from "./mountings.js";
import { joinRoute } from "./route-paths.js";
import { callKey, type MountCall, type RouteCall, type RouteGroup, type Router } from "./router.js";
import { RouterPlaces } from "./router-places.js";
import type { Search } from "./search.js";
import { descriptionsIn, looksLikeRoute, namesDescriptions, routeHandler } from "./route-calls.js";
import { parameterNamed, rootOf, textAt, type WrittenValue } from "./texts.js";
import { importedLists, turnsAround } from "./turns.js";
import { CERTAIN, type Node } from "./value-node.js";
import { isInside, visitKey, visitOf, visitsOf } from "./visits.js";

/** Routers are given few names: `const server = app.withTypeProvider()`. */
const MAX_RENAMES = 3;

interface PlacedCall {
  readonly file: SourceFile;
  readonly call: CallFact;
}

export class Routers {
  readonly #search: Search;
  readonly #recogniser: RouterRecogniser;
  readonly #routers = new Map<string, Router>();
  readonly #met = new Set<string>();
  readonly #mounts = new Map<string, MountCall[]>();
  readonly #groups: RouteGroup[] = [];
  readonly #calls = new Map<string, RouteCall[]>();
  /** Where they are reached, once everything is found. */
  readonly places: RouterPlaces;

  constructor(search: Search) {
    this.#search = search;
    this.#recogniser = search.knowledge.routers;
    this.places = new RouterPlaces(search, this.#mounts, this.#groups);
  }

  /** Finds the routers, what is registered on them, and where they are mounted. */
  *run(): Generator<readonly Question[], void, readonly Answer[]> {
    this.seed();
    yield* this.follow();
    const receivers = this.seedReceivers();
    yield* this.#search.inquiry.run();
    for (const receiver of receivers) this.addReceived(receiver);
    yield* this.follow();
    this.seedUnknown();
    yield* this.#search.inquiry.run();
    const parametric = this.calls.flatMap((call) => functionThatIsPassed(call));
    for (const { file, id } of parametric) this.#search.values.functionNode(file, id);
    yield* this.#search.inquiry.run();
    for (const call of this.calls) this.addCallers(call);
  }

  /** The calls that register routes. */
  get calls(): readonly RouteCall[] {
    return [...this.#calls.values()].flat();
  }

  get all(): readonly Router[] {
    return [...this.#routers.values()];
  }

  /** The calls on routers that are known to be this registration: where it concerns one caller, for that one. */
  callsOf({ call, visit }: RegisteringCall): readonly RouteCall[] {
    const calls = this.#calls.get(callKey(call)) ?? [];
    const own = visit ? calls.filter((candidate) => candidate.visit?.key === visit.key) : [];
    return own.length > 0 ? own : calls;
  }

  private *follow(): Generator<readonly Question[], void, readonly Answer[]> {
    do yield* this.#search.inquiry.run();
    while (this.expand());
  }

  // ── Where routers come from ─────────────────────────────────────────────────────────────────

  /** Calls of what the frameworks' modules export. */
  private seed(): void {
    for (const file of this.#search.index.files) {
      if (!this.#search.index.imports(file, this.#recogniser.modules)) continue;
      this.seedExported(file);
      const names = this.importedNames(file);
      for (const call of file.facts.calls) {
        const inner = call.calleeCall === undefined ? undefined : file.facts.calls[call.calleeCall];
        const callee = (inner ?? call).callee;
        const mention = callee === undefined ? undefined : file.facts.mentions[callee];
        if (
          mention &&
          (names.has(mention.name) || (mention.isMember === true && this.#recogniser.makers.has(mention.name)))
        )
          this.seedMade(file, call);
      }
    }
  }

  /** Routers that a module exports: what the file calls on them. */
  private seedExported(file: SourceFile): void {
    for (const { module, name, site } of file.facts.mentions) {
      if (module === undefined || site.to !== "rename") continue;
      const typed = this.#recogniser.typeOf({ is: "external", module: canonicalModule(module), steps: [name] });
      if (!typed) continue;
      const key = `router ${module}#${name}`;
      const { node } = this.#search.values.node(key, {});
      const router: Router = this.#routers.get(key) ?? { key, typed, node, prefixes: [], under: [], surrounds: [] };
      this.add(router);
      for (const { site: used, name: local } of file.facts.mentions) {
        const member = local === site.name && used.to === "receiver" ? file.facts.mentions[used.member] : undefined;
        if (member) this.accessed(router, file, member, undefined);
      }
    }
  }

  /** The names under which a file knows what it imports from the frameworks. */
  private importedNames({ facts }: SourceFile): ReadonlySet<string> {
    return new Set(
      facts.mentions.flatMap(({ name, module, isMember, site }) => {
        // `const { Router } = require("express")`: taken out of what may be the module.
        if (isMember === true) return site.to === "variable" && this.#recogniser.makers.has(name) ? [site.name] : [];
        if (module === undefined || !this.#recogniser.modules.has(canonicalModule(module))) return [];
        return site.to === "rename" || site.to === "variable" ? [name, site.name] : [name];
      }),
    );
  }

  private seedMade(file: SourceFile, call: CallFact): void {
    const key = `router ${callKey({ file, fact: call })}`;
    const { node } = this.#search.values.node(key, { home: file });
    this.#search.inquiry.add(node, (isForced) => {
      const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
      if (!callee) return false;
      const made = call.isNew === true ? CONSTRUCTED : CALLED;
      for (const reference of callee) {
        if (reference.is !== "external") continue;
        const typed = this.#recogniser.typeOf({ ...reference, steps: [...reference.steps, made] });
        if (!typed) continue;
        const prefix = typed.shape.prefix === undefined ? undefined : textAt(file, call, typed.shape.prefix);
        this.add({ key, typed, node, prefixes: prefix === undefined ? [] : [prefix], under: [], surrounds: [] });
        this.#search.sites.process(node, file, call.site, [], CERTAIN);
        return true;
      }
      return true;
    });
  }

  private add(router: Router): void {
    if (!this.#routers.has(router.key)) this.#routers.set(router.key, router);
  }

  /** Parameters that routes are registered on, although no router of the project is known to be passed. */
  private seedReceivers(): Receiver[] {
    const receivers = new Map<string, Receiver>();
    for (const { file, call } of [...this.candidates(), ...this.handings()]) {
      const receiver = receiverOfChain(file, call);
      if (!receiver) continue;
      receivers.set(`${file.path}#${String(receiver.function)}/${String(receiver.index)}`, receiver);
      this.#search.values.functionNode(file, receiver.function);
    }
    return [...receivers.values()];
  }

  /** The function is registered, and its parameter is a router: a plugin. */
  private addReceived({ file, function: id, index, name, offset }: Receiver): void {
    const under = new Map<string, RegisteringCall>();
    let typed: RouterType | undefined;
    for (const { node } of closure(this.#search.values.functionNode(file, id))) {
      for (const parameterType of (node as Node).parameterTypes) {
        const type = parameterType(index);
        typed ??= type && this.#recogniser.typeOf(type);
      }
      for (const { by } of node.registered) if (by) under.set(callKey(by.call), by);
    }
    if (!typed) return;
    const key = `router ${file.path}@${String(offset)}`;
    const node = this.#search.values.holderNode({ file: file.path, offset }, name, [], false);
    const receiver = this.#search.values.functionNode(file, id);
    const { sharers = [] } = typed.shape;
    const sharer = [...under.values()].find(
      ({ recognised: { member, registration } }) => !registration.on && sharers.includes(member),
    );
    const sharedBy = sharer && this.plugin(key, sharer.call);
    this.add({
      key,
      typed,
      node,
      receiver,
      prefixes: [],
      under: [...under.values()],
      surrounds: [],
      ...(sharedBy && { sharedBy }),
    });
  }

  /** What comes out of a call that wraps a plugin. */
  private plugin(key: string, { file, fact }: Visit["call"]): Node {
    const { node } = this.#search.values.node(`plugin of ${key}`, { home: file });
    this.#search.sites.process(node, file, fact.site, [], CERTAIN);
    return node;
  }

  /** What looks like the registration of a route on a receiver that nothing is known of yet. */
  private candidates(): readonly PlacedCall[] {
    return this.memberCalls(this.#recogniser.registering).filter(
      ({ file, call }) =>
        (looksLikeRoute(call) || (this.isDescribing({ file, fact: call }) && namesDescriptions(call))) &&
        !this.#calls.has(callKey({ file, fact: call })),
    );
  }

  /** What looks like a call that hands a router to a function, in projects that use a framework that does so. */
  private handings(): readonly PlacedCall[] {
    const modules = new Set(this.#search.index.files.flatMap(({ facts }) => facts.modules.map(canonicalModule)));
    return this.memberCalls(this.#recogniser.handing(modules)).filter(({ call }) => call.function !== 0);
  }

  /** The calls of members of these names, whatever they are called on. */
  private memberCalls(names: ReadonlySet<string>): readonly PlacedCall[] {
    return [...names].flatMap((name) =>
      this.#search.index.mentionsOf(name).flatMap(({ file, id }) => {
        const mention = file.facts.mentions[id];
        const call =
          mention?.isMember === true && mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
        return call ? [{ file, call }] : [];
      }),
    );
  }

  private seedUnknown(): void {
    const { node } = this.#search.values.node("routes", {});
    for (const { file, call } of this.candidates()) {
      this.#search.inquiry.add(node, (isForced) => {
        const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
        if (!callee) return false;
        for (const reference of callee) {
          if (reference.is === "external" && this.addRoutes(reference, { file, fact: call }, {})) return true;
        }
        return true;
      });
    }
  }

  /** A call in a function that is told the path registers one route for each of its callers. */
  private addCallers(call: RouteCall): void {
    for (const { file, id } of functionThatIsPassed(call)) {
      for (const { node } of closure(this.#search.values.functionNode(file, id))) {
        for (const use of node.uses) {
          const fact = use.how === "call" && use.call !== undefined ? use.file.facts.calls[use.call] : undefined;
          if (!fact) continue;
          const visit = visitOf(file, id, { file: use.file, fact }, undefined);
          for (const turns of turnsAround([call.call, visit.call])) this.addCall({ ...call, visit, turns });
        }
      }
    }
  }

  // ── What is done with them ──────────────────────────────────────────────────────────────────

  /** Looks at what is done with the routers; true when that leads on. */
  private expand(): boolean {
    let isMore = false;
    for (const router of [...this.#routers.values()]) {
      for (const { node } of closure(router.node)) {
        for (const access of (node as Node).accesses) {
          const mention = access.file.facts.mentions[access.member];
          const key = `${router.key} ${access.file.path}@${String(access.member)}${visitKey(access.visit)}`;
          if (!mention || this.#met.has(key)) continue;
          this.#met.add(key);
          this.accessed(router, access.file, mention, access.visit);
          isMore = true;
        }
        for (const { call, visit } of (node as Node).passed) if (this.based(router, call, visit)) isMore = true;
      }
    }
    return isMore;
  }

  /** Puts the router under a prefix if that is what the call is for: `useBase("/api", router)`. */
  private based({ key, typed, node }: Router, call: Visit["call"], visit: Visit | undefined): boolean {
    const { bases } = typed.shape;
    const name = call.file.facts.mentions[call.fact.callee ?? -1]?.name;
    const based = `router ${callKey(call)}${visitKey(visit)}`;
    if (!bases || name === undefined || !bases.members.includes(name) || based === key || this.#routers.has(based))
      return false;
    const { node: outer } = this.#search.values.node(based, { home: call.file });
    const mount: Mount = { ...bases, puts: "arguments" };
    const router: Router = { key: based, typed, node: outer, prefixes: [], under: [], surrounds: [] };
    this.add(router);
    push(this.#mounts, callKey(call), { router, mount, visit });
    if (node !== outer)
      this.#search.sites.process(outer, call.file, call.fact.site, [], { ...CERTAIN, ...(visit && { visit }) });
    return true;
  }

  private accessed(router: Router, file: SourceFile, mention: MentionFact, visit: Visit | undefined): void {
    const fact = mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
    const { typed, node } = router;
    const hop = { ...CERTAIN, ...(visit && { visit }) };
    const isStandIn = typed.shape.standIns?.includes(mention.name) === true;
    if (!fact) {
      if (isStandIn) this.#search.sites.process(node, file, mention.site, [], hop);
      return;
    }
    const call = { file, fact };
    const reference = this.#recogniser.memberOf(typed, mention.name);
    const result = this.#recogniser.typeOf({ ...reference, steps: [...reference.steps, CALLED] });
    const mounts = this.#recogniser.mounts(typed, mention.name);
    for (const mount of mounts) {
      this.seedPrefix(mount, call);
      if (mount.puts === "itself") {
        const prefix = prefixOf(mount, call, { visit });
        if (prefix !== undefined) router.prefixes.push(prefix);
      } else if (mount.puts === "inside") {
        this.#groups.push(...groupsOf(mount, call));
      } else {
        push(this.#mounts, callKey(call), { router, mount, visit });
        this.seedMounted(call, visit);
      }
    }
    if (mounts.some(({ puts }) => puts === "result")) {
      const key = `router ${callKey(call)}${visitKey(visit)}`;
      const { node: under } = this.#search.values.node(key, { home: file });
      this.add({ key, typed: result ?? typed, node: under, prefixes: [], under: [{ call, visit }], surrounds: [] });
      this.#search.sites.process(under, file, fact.site, [], hop);
    } else if (result || isStandIn) {
      // Calls can be chained: what comes out is the same router.
      this.#search.sites.process(node, file, fact.site, [], hop);
    }
    for (const surround of this.#recogniser.surrounds(typed, mention.name))
      router.surrounds.push({ surround, call, visit });
    this.addRoutes(reference, call, { visit, on: router });
  }

  /** Asks what the prefix is made of. */
  private seedPrefix(mount: Mount, { file, fact }: Visit["call"]): void {
    const { node } = this.#search.values.node("routes", {});
    for (const place of prefixPlaces(mount)) {
      const value = argumentAt(fact, place);
      if (value) this.#search.constants.ask(node, { file, value });
    }
  }

  /** Asks what is mounted where one call mounts several, each under a prefix of its own. */
  private seedMounted(call: Visit["call"], visit: Visit | undefined): void {
    const { constants, values } = this.#search;
    const { node } = values.node("routes", {});
    const seed = (): void => {
      this.seedMountings(node, mountingsOf(call, visit, constants));
    };
    const [list] = importedLists(call);
    const value = list === undefined ? undefined : ({ is: "mention", mention: list } as const);
    if (!value || !constants.ask(node, { file: call.file, value }, seed)) seed();
  }

  private seedMountings(node: Node, mounting: readonly Mounting[]): void {
    if (mounting.length < 2) return;
    const mentions = mounting.flatMap((each) => mentionsIn(each.values));
    this.#search.inquiry.add(
      node,
      () =>
        !mentions
          .map(({ file, offset }) => this.#search.inquiry.answer({ ask: "mention", file: file.path, offset }))
          .includes(undefined),
    );
  }

  /** The routes that a call of a router's member registers: one, or several in a list or a class. False when it does not. */
  private addRoutes(
    reference: ExternalReference,
    call: Visit["call"],
    known: Partial<Pick<RouteCall, "visit" | "on">>,
  ): boolean {
    const { constants, values } = this.#search;
    const { file, fact } = call;
    const [list] = importedLists(call);
    const [described] = this.isDescribing(call) && namesDescriptions(fact) ? fact.arguments : [];
    const value: ValueFact | undefined = list === undefined ? described : { is: "mention", mention: list };
    const isUnknown =
      value !== undefined &&
      constants.ask(values.node("routes", {}).node, { file, value }, () => {
        this.addDescribed(reference, call, known);
      });
    return isUnknown || this.addDescribed(reference, call, known);
  }

  private addDescribed(
    reference: ExternalReference,
    { file, fact }: Visit["call"],
    known: Partial<Pick<RouteCall, "visit" | "on">>,
  ): boolean {
    const { constants, knowledge } = this.#search;
    let isAny = false;
    const calls = [{ file, fact }, ...visitsOf(known.visit).map(({ call }) => call)];
    for (const turns of turnsAround(calls, constants)) {
      for (const each of descriptionsIn(fact, { file, visit: known.visit, turns, constants })) {
        const found = routeHandler(each.fact, (at) => knowledge.recogniser.registration(reference, each.fact, at));
        if (!found) continue;
        isAny = true;
        const { described } = each;
        const call = { ...known, ...found, call: { file, fact: each.fact }, visit: known.visit, turns };
        this.addCall({ ...call, ...(described && { described }) });
      }
    }
    return isAny;
  }

  private isDescribing({ file, fact: { callee } }: Visit["call"]): boolean {
    const mention = callee === undefined ? undefined : file.facts.mentions[callee];
    return mention !== undefined && this.#recogniser.describing.has(mention.name);
  }

  /** Adds a route, or one for each action of a class, and asks what its path is made of. */
  private addCall(call: RouteCall): void {
    const { actions } = call.recognised.registration;
    for (const action of actions ? Object.keys(actions) : [undefined])
      push(this.#calls, callKey(call.call), action === undefined ? call : { ...call, action });
    const path = writtenPath(call);
    if (path) this.#search.constants.ask(this.#search.values.node("routes", {}).node, path);
  }
}

/** The functions among the arguments, and the prefix that a member of what comes out is told. */
function groupsOf({ prefixedBy }: Mount, { file, fact }: Visit["call"]): RouteGroup[] {
  let prefix = "";
  for (let next = callOn(file, fact); next; next = callOn(file, next.call))
    if (next.member === prefixedBy) prefix = joinRoute(textAt(file, next.call, "0") ?? "", prefix);
  return fact.arguments.flatMap((argument) =>
    argument.is === "function" && prefix !== "" ? [{ file, function: argument.function, prefix }] : [],
  );
}

/** The call that is chained to a call. */
function callOn(
  file: SourceFile,
  { site }: CallFact,
): { readonly member: string; readonly call: CallFact } | undefined {
  const member = site.to === "receiver" ? file.facts.mentions[site.member] : undefined;
  const call = member?.site.to === "callee" ? file.facts.calls[member.site.call] : undefined;
  return member && call && { member: member.name, call };
}

/** A parameter that something is called on. */
interface Receiver {
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly index: number;
  readonly name: string;
  readonly offset: number;
}

/** The function whose parameter gives a route's path, where no caller of it was looked at yet. */
function functionThatIsPassed({ call: { file, fact }, visit, recognised }: RouteCall): FunctionRef[] {
  const { path } = recognised.registration;
  const argument = typeof path === "number" && !visit ? fact.arguments[path] : undefined;
  const root = argument?.is === "mention" ? rootOf(file, argument.mention) : undefined;
  const id = fact.function;
  return root && id !== 0 && parameterNamed(file, id, root.name) ? [{ file, id }] : [];
}

/** What a route's path is written as. */
function writtenPath({ call, described, recognised }: RouteCall): Pick<WrittenValue, "file" | "value"> | undefined {
  const { path } = recognised.registration;
  const value = path === undefined ? undefined : argumentAt(call.fact, String(path));
  return value && { file: described?.file ?? call.file, value };
}

/** The parameter that a chain of calls begins with, be it that a variable holds what the first of them gave. */
function receiverOfChain(file: SourceFile, { callee }: CallFact, depth = 0): Receiver | undefined {
  const id = callee === undefined ? undefined : rootOfChain(file, callee);
  const mention = id === undefined ? undefined : file.facts.mentions[id];
  if (!mention || mention.isMember === true) return undefined;
  const receiver = receiverNamed(file, mention);
  if (receiver || depth === MAX_RENAMES) return receiver;
  const [held, other] = file.facts.calls.filter(
    ({ site, function: id }) =>
      site.to === "variable" && site.name === mention.name && isInside(file, mention.function, id),
  );
  return held && !other ? receiverOfChain(file, held, depth + 1) : undefined;
}

/** The parameter, of the function around the mention or one further out, that it names. */
function receiverNamed(file: SourceFile, mention: MentionFact): Receiver | undefined {
  const { functions } = file.facts;
  for (let id = mention.function; id !== 0; id = functions[id]?.parent ?? 0) {
    const found = parameterNamed(file, id, mention.name);
    const parameter = found?.member.length === 0 ? functions[id]?.parameters[found.index] : undefined;
    if (found && parameter)
      return { file, function: id, index: found.index, name: mention.name, offset: parameter.offset };
  }
  return undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
