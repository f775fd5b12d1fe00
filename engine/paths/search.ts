/**
 * The search: from the names of blocking calls, and then of the functions that make them, backwards to
 * whatever calls, registers or passes them on. Syntax proposes candidates by name; the oracle is asked
 * about those alone, a level at a time.
 */
import { argumentsBlock, type Catalogue, type CatalogueMatch, type NameScope } from "../catalogue/lookup.js";
import { canonicalModule } from "../catalogue/builtins.js";
import type { CatalogueRow } from "../catalogue/row.js";
import type { ExternalReference } from "../catalogue/shapes.js";
import type { Framework, Registration } from "../entrypoints/framework.js";
import { decoratedLabel, labelOf, type RecognisedRegistration, type Recogniser } from "../entrypoints/recognise.js";
import type {
  CallFact,
  CallId,
  ClassFact,
  ClassId,
  FunctionFact,
  FunctionId,
  LoopFact,
  MentionFact,
  MentionId,
  Place,
  Site,
  Span,
  ValueFact,
} from "../facts/facts.js";
import {
  CALLED,
  CONSTRUCTED,
  ELEMENT,
  type Address,
  type Answer,
  type Question,
  type Reference,
  type Step,
} from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import {
  closure,
  pathOf,
  weaker,
  type BlockingCall,
  type FunctionRef,
  type GuardRef,
  type Registered,
  type SearchResult,
  type SourceFile,
  type Use,
  type ValueNode,
  type Visit,
} from "./graph.js";
import { functionAround, isInside, visitAround, visitKey, visitOf, visitsOf } from "./visits.js";
import { iterators, passers, retrievers, stores } from "./containers.js";
import { Inquiry } from "./inquiry.js";
import { addressKey, baseName, ProjectIndex, type ParameterRef } from "./project-index.js";

export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly recogniser: Recogniser;
  readonly frameworks: readonly Framework[];
}

/** Questions go out, answers come back: the host decides how they are asked, and may stop between batches. */
export type SearchProcess = Generator<readonly Question[], SearchResult, readonly Answer[]>;

/** A loop that only waits for a moment to come. */
const BUSY_WAIT: CatalogueMatch = {
  module: "",
  row: {
    member: "busy-wait loop",
    kind: "wait",
    cost: { tier: 3, source: "estimated", of: "until the moment has come" },
    twin: { module: "node:timers/promises", member: "setTimeout" },
  },
  rest: [],
};

/** Longer member paths are not followed. */
const MAX_STEPS = 3;
/** A container whose name is mentioned more often is a word of the project's language, not a table of functions. */
const MAX_CONTAINER_MENTIONS = 100;
/** How many functions may share a method's name for a call on an untyped receiver to be believed possible. */
const MAX_NAMESAKES = 8;
/** How many calls deep a value is followed for one caller alone. */
const MAX_VISITS = 3;
/** How many callers up a parameter's value is traced. */
const MAX_PARAMETER_DEPTH = 5;

export function search(files: readonly SourceFile[], knowledge: Knowledge): SearchProcess {
  return new Search(files, knowledge).run();
}

/** A value node while it is being explored. */
interface Node extends ValueNode {
  /** What a mention must stand for to be this value, or to hold it after further steps. */
  readonly addresses: Map<string, { readonly steps: readonly Step[]; readonly confidence: Confidence }[]>;
  readonly match?: CatalogueMatch;
  readonly isAccessor?: boolean;
  /** The value of a class, whose construction runs its constructor. */
  readonly isClass?: boolean;
  /** The function's id in its file, when it is a method or a function in an object literal. */
  readonly method?: FunctionId | undefined;
  /** A property whose value only holds the value in question. */
  readonly isContainer?: boolean;
  /** Where the value first stands, for `export default` names. */
  readonly home?: SourceFile;
  readonly visit?: Visit | undefined;
  readonly lookups: Set<string>;
  /** The types of the parameters that registrations call the value with, by index. */
  readonly parameterTypes: ((index: number) => ExternalReference | undefined)[];
  pending: number;
}

/** How a value came to a place. */
interface Hop {
  readonly confidence: Confidence;
  readonly isMemoised: boolean;
  /** Whose call the place is looked at for. */
  readonly visit?: Visit | undefined;
}

const CERTAIN: Hop = { confidence: "definite", isMemoised: false };

class Search {
  readonly #index: ProjectIndex;
  readonly #knowledge: Knowledge;
  readonly #inquiry = new Inquiry();
  readonly #nodes = new Map<string, Node>();
  /** Mentions that were followed, by node. */
  readonly #met = new Set<string>();
  readonly #settled = new Map<string, readonly Reference[]>();
  /** Functions that are declared to block, by what is reported of them. */
  readonly #tagged: { readonly node: Node; readonly match: CatalogueMatch }[] = [];
  readonly #workerFiles: Set<SourceFile>;
  readonly #unresolved = new Map<string, number>();
  readonly #searched = new Set<string>();
  #registrations = 0;

  constructor(files: readonly SourceFile[], knowledge: Knowledge) {
    this.#index = new ProjectIndex(files);
    this.#knowledge = knowledge;
    this.#workerFiles = new Set(files.filter((file) => this.#usesWorkerMarkers(file)));
  }

  *run(): SearchProcess {
    this.#seed();
    yield* this.#inquiry.run();
    return {
      blockingCalls: this.#blockingCalls(),
      nodeOf: ({ file, id, visit }) => this.#nodes.get(this.#functionKey(file, id, [], visit)),
      isDevelopmentOnly: (guards) => guards.some(({ file, guard }) => this.#isDevelopmentOnly(file, guard)),
      workerFiles: this.#workerFiles,
      unresolved: this.#unresolved,
      searchedMentions: this.#searched.size,
      registrations: this.#registrations,
    };
  }

  #usesWorkerMarkers(file: SourceFile): boolean {
    const imported = new Set(file.facts.modules.map(canonicalModule));
    return this.#knowledge.frameworks.some(
      ({ modules, workerMarkers = [] }) =>
        workerMarkers.length > 0 &&
        modules.some((module) => imported.has(module)) &&
        file.facts.mentions.some(({ name }) => workerMarkers.includes(name)),
    );
  }

  // ── Nodes ─────────────────────────────────────────────────────────────────────────────────

  #node(
    key: string,
    traits: Pick<Node, "match" | "isAccessor" | "isClass" | "method" | "isContainer" | "home" | "visit">,
  ): { readonly node: Node; readonly isNew: boolean } {
    const existing = this.#nodes.get(key);
    if (existing) return { node: existing, isNew: false };
    const node: Node = {
      key,
      uses: [],
      registered: [],
      next: [],
      addresses: new Map(),
      lookups: new Set(),
      parameterTypes: [],
      pending: 0,
      ...traits,
    };
    this.#nodes.set(key, node);
    return { node, isNew: true };
  }

  #functionKey(file: SourceFile, id: FunctionId, steps: readonly Step[], visit: Visit | undefined): string {
    const fact = file.facts.functions[id];
    if (fact && (fact.kind === "constructor" || fact.kind === "field-initialiser") && fact.class !== undefined)
      return `class ${file.path}#${String(fact.class)}/${pathOf(steps)}`;
    return `function ${file.path}#${String(id)}/${pathOf(steps)}${visitKey(visit)}`;
  }

  /** The value of a function, or what it leads to by further steps (`()` for what it returns). */
  #functionNode(file: SourceFile, id: FunctionId, steps: readonly Step[] = [], outerVisit?: Visit): Node {
    const fact = file.facts.functions[id];
    if (fact && (fact.kind === "constructor" || fact.kind === "field-initialiser") && fact.class !== undefined)
      return this.#classNode(file, fact.class, steps);
    const isAccessor = fact?.kind === "getter" || fact?.kind === "setter";
    const method = fact?.class !== undefined || fact?.site?.to === "property" ? id : undefined;
    const visit = visitAround(outerVisit, file, id);
    const { node, isNew } = this.#node(this.#functionKey(file, id, steps, visit), {
      isAccessor,
      method,
      home: file,
      visit,
    });
    if (!isNew || !fact || id === 0) return node;
    if (fact.nameOffset !== undefined && fact.name !== undefined) {
      this.#addAddress(node, { file: file.path, offset: fact.nameOffset }, steps, "definite");
      const at = { file: file.path, offset: fact.nameOffset };
      if (method === undefined) this.#lookUp(node, fact.name);
      else this.#lookUpMember(node, at, fact.name, steps, fact.class === undefined);
    }
    if (fact.site) this.#process(node, file, fact.site, steps, { ...CERTAIN, visit });
    if (steps.length === 0) this.#recogniseFunction(node, file, fact);
    return node;
  }

  #classNode(file: SourceFile, id: ClassId, steps: readonly Step[]): Node {
    const fact = file.facts.classes[id];
    const { node, isNew } = this.#node(`class ${file.path}#${String(id)}/${pathOf(steps)}`, {
      isClass: true,
      home: file,
    });
    if (!isNew || !fact) return node;
    if (fact.nameOffset !== undefined) {
      this.#addAddress(node, { file: file.path, offset: fact.nameOffset }, steps, "definite");
      if (fact.name !== undefined) this.#lookUp(node, fact.name);
      if (fact.isExported === true) this.#lookUp(node, "default");
    }
    if (fact.site) this.#process(node, file, fact.site, steps, CERTAIN);
    for (const decorator of fact.decorators ?? [])
      this.#recogniseDecorator(node, file, decorator, "class", "constructor");
    return node;
  }

  /** A place that holds the value, or a container of it. */
  #holderNode(
    at: Address,
    name: string,
    steps: readonly Step[],
    isProperty: boolean,
    outerVisit?: Visit,
    isLiteral = false,
  ): Node {
    const file = this.#index.file(at.file);
    const scope = file && !isProperty ? functionAround(file, at.offset) : 0;
    const visit = file && !isProperty ? visitAround(outerVisit, file, scope) : undefined;
    const { node, isNew } = this.#node(`holder ${at.file}@${String(at.offset)}/${pathOf(steps)}${visitKey(visit)}`, {
      isContainer: isProperty && steps.length > 0,
      visit,
    });
    if (!isNew) return node;
    this.#addAddress(node, at, steps, "definite");
    // A constructor's parameter may be a property as well, and be named anywhere.
    const isLocal = file !== undefined && scope !== 0 && file.facts.functions[scope]?.kind !== "constructor";
    if (isProperty) this.#lookUpMember(node, at, name, steps, isLiteral);
    else this.#lookUp(node, name, isLocal ? { file, id: scope } : undefined);
    return node;
  }

  #addAddress(node: Node, at: Address, steps: readonly Step[], confidence: Confidence): void {
    const key = addressKey(at);
    const list = node.addresses.get(key) ?? [];
    if (list.some((known) => pathOf(known.steps) === pathOf(steps))) return;
    node.addresses.set(key, [...list, { steps, confidence }]);
  }

  /**
   * Examines the mentions of a member, under its own declaration and under those of what it overrides or
   * implements. A literal's property that a type of the project declares is only named by that type.
   */
  #lookUpMember(node: Node, at: Address, name: string, steps: readonly Step[], isLiteral: boolean): void {
    this.#inquiry.add(node, () => {
      const answer = this.#inquiry.answer({ ask: "overridden", at });
      if (!answer) return false;
      const isDeclared = this.#addOverridden(node, answer, name, steps);
      if (isLiteral && isDeclared) node.addresses.delete(addressKey(at));
      this.#lookUp(node, name);
      return true;
    });
  }

  /** The value also answers to the names of what it overrides. False when that is nothing of the project. */
  #addOverridden(node: Node, answer: Answer, name: string, steps: readonly Step[]): boolean {
    let isDeclared = false;
    for (const reference of answer) {
      if (reference.is === "external") this.#recogniseHeritage(node, reference);
      if (reference.is !== "declared") continue;
      isDeclared = true;
      this.#addAddress(node, reference.at, [...reference.steps, ...steps], "probable");
      // What is overridden may itself override.
      const { node: base, isNew } = this.#node(`overridden ${addressKey(reference.at)}/${pathOf(steps)}`, {});
      if (isNew) {
        this.#inquiry.add(base, () => {
          const further = this.#inquiry.answer({ ask: "overridden", at: reference.at });
          if (further && this.#addOverridden(base, further, name, steps)) this.#lookUp(base, name);
          return further !== undefined;
        });
      }
      this.#flow(node, base, { confidence: "probable", isMemoised: false });
    }
    return isDeclared;
  }

  #flow(from: Node, to: Node, hop: Hop): void {
    if (from === to) return;
    from.next.push({ node: to, confidence: hop.confidence, isMemoised: hop.isMemoised });
  }

  // ── Mentions ──────────────────────────────────────────────────────────────────────────────

  /** Examines the mentions of a name: everywhere, or in the function (of one file) where it is known. */
  #lookUp(node: Node, name: string, only?: FunctionRef): void {
    const key = only ? `${name}@${only.file.path}#${String(only.id)}` : name;
    if (node.lookups.has(key) || node.lookups.has(name)) return;
    node.lookups.add(key);
    const candidates = this.#index.mentionsOf(name).filter(({ file, id }) => {
      const mention = file.facts.mentions[id];
      if (!mention || file.role === "test") return false;
      if (only && (file !== only.file || !isInside(file, mention.function, only.id))) return false;
      if (mention.site.to === "nowhere" && node.isAccessor !== true) return false;
      if (isIteration(file, mention)) return false;
      if (!this.#couldName(file, node)) return false;
      return mention.module === undefined || this.#couldImport(node, mention, mention.module);
    });
    if (candidates.length === 0) return;
    if (node.isContainer === true && candidates.length > MAX_CONTAINER_MENTIONS) {
      this.#countUnresolved([{ is: "unresolved", why: "common-name" }]);
      return;
    }
    this.#inquiry.add(node, (isForced) => {
      const answers = candidates.map(({ file, id }) =>
        this.#inquiry.answer({ ask: "mention", file: file.path, offset: file.facts.mentions[id]?.offset ?? 0 }),
      );
      if (answers.includes(undefined)) return false;
      let isWaiting = false;
      candidates.forEach(({ file, id }, index) => {
        const mention = file.facts.mentions[id];
        const answer = answers[index];
        if (!mention || !answer) return;
        if (!this.#meet(node, file, mention, answer, isForced)) isWaiting = true;
      });
      return !isWaiting;
    });
  }

  /** A typed file can name a value only if its imports lead to a file that declares it. */
  #couldName(file: SourceFile, node: Node): boolean {
    if (!file.imports || node.match || node.addresses.size === 0) return true;
    for (const key of node.addresses.keys()) {
      const declaring = key.slice(0, key.lastIndexOf("@"));
      if (declaring === file.path || this.#index.importersOf(declaring).has(file.path)) return true;
    }
    return false;
  }

  /** Spares questions about imports of files that are called otherwise. */
  #couldImport(node: Node, mention: MentionFact, specifier: string): boolean {
    if (node.match)
      return (
        mention.name !== "default" ||
        canonicalModule(specifier) === node.match.module ||
        this.#knowledge.catalogue.match({ is: "external", module: specifier, steps: [] }).length > 0
      );
    if (mention.name !== "default" || !node.home || !specifier.startsWith(".")) return true;
    const wanted = baseName(specifier);
    const path = node.home.path;
    const base = baseName(path);
    return (
      wanted === base ||
      wanted === "" ||
      wanted === "." ||
      wanted === ".." ||
      (base === "index" && path.split("/").at(-2) === wanted)
    );
  }

  /** Follows a mention if it stands for the node's value. False while that cannot be told yet. */
  #meet(node: Node, file: SourceFile, mention: MentionFact, answer: Answer, isForced: boolean): boolean {
    const id = `${file.path}@${String(mention.offset)}`;
    const isFirst = !this.#searched.has(id);
    this.#searched.add(id);
    const met = `${node.key} ${id}`;
    if (this.#met.has(met)) return true;
    let isUnknown = false;
    for (const reference of answer) {
      const settled = this.#settle(reference, 0, isForced, node);
      if (!settled) return false;
      for (const known of settled) {
        if (
          known.is === "unresolved" ||
          (known.is === "declared" && known.steps.length > 0 && this.#index.parameterAt(known.at) !== undefined)
        )
          isUnknown = true;
        const found = this.#standsFor(node, known);
        if (!found) continue;
        this.#met.add(met);
        const confidence =
          answer.length > 1 && known.is === "declared"
            ? weaker(found.confidence, known.isUncertain === true ? "probable" : "definite")
            : found.confidence;
        if (node.isAccessor === true && found.rest.length === 0) this.#read(node, file, mention, confidence);
        else this.#process(node, file, mention.site, found.rest, { confidence, isMemoised: false, visit: node.visit });
      }
    }
    if (isUnknown && !this.#met.has(met)) {
      this.#met.add(met);
      if (isFirst) this.#countUnresolved(answer);
      this.#believeName(node, file, mention);
    }
    return true;
  }

  #countUnresolved(answer: Answer): void {
    const why = answer.find((reference) => reference.is === "unresolved")?.why ?? "untyped-receiver";
    this.#unresolved.set(why, (this.#unresolved.get(why) ?? 0) + 1);
  }

  #standsFor(
    node: Node,
    reference: Reference,
  ): { readonly rest: readonly Step[]; readonly confidence: Confidence } | undefined {
    if (reference.is === "external") {
      const match = node.match && this.#knowledge.catalogue.match(reference).find(({ row }) => row === node.match?.row);
      return match ? { rest: match.rest, confidence: "definite" } : undefined;
    }
    if (reference.is === "unresolved") return undefined;
    for (const { steps, confidence } of node.addresses.get(addressKey(reference.at)) ?? []) {
      const rest = remaining(steps, reference.steps);
      if (rest)
        return { rest, confidence: reference.isUncertain === true ? weaker(confidence, "probable") : confidence };
    }
    return undefined;
  }

  /** A method's name on a receiver that nobody can type: possible, when few methods share the name. */
  #believeName(node: Node, file: SourceFile, mention: MentionFact): void {
    if (node.method === undefined || mention.isMember !== true || mention.site.to !== "callee") return;
    if (BUILT_IN_MEMBERS.has(mention.name) || this.#index.methodsNamed(mention.name) > MAX_NAMESAKES) return;
    this.#process(node, file, mention.site, [], { confidence: "possible", isMemoised: false });
  }

  // ── Where a value goes ────────────────────────────────────────────────────────────────────

  /** `rest` are the steps from what goes there to the value itself: none when it is the value. */
  #process(node: Node, file: SourceFile, site: Site, rest: readonly Step[], hop: Hop): void {
    if (rest.length > MAX_STEPS) return;
    switch (site.to) {
      case "callee":
        this.#called(node, file, site.call, rest, hop);
        return;
      case "argument":
        this.#passed(node, file, site.call, site.index, rest, hop);
        return;
      case "receiver":
        this.#accessed(node, file, site.member, rest, hop);
        return;
      case "variable":
      case "property":
        if (site.isReference === true) this.#assigned(node, file, site, rest, hop);
        else {
          this.#flow(
            node,
            this.#holderNode(
              { file: file.path, offset: site.offset },
              site.name,
              rest,
              site.to === "property",
              hop.visit,
              site.of !== undefined,
            ),
            hop,
          );
          if (site.to === "variable") this.#lookUp(node, site.name, { file, id: functionAround(file, site.offset) });
        }
        if (site.of) this.#inContainer(node, file, site, site.of, rest, hop);
        return;
      case "element":
        this.#process(node, file, site.of, [ELEMENT, ...rest], hop);
        return;
      case "iterated":
        if (rest[0] === ELEMENT)
          this.#flow(
            node,
            this.#holderNode({ file: file.path, offset: site.offset }, site.name, rest.slice(1), false, hop.visit),
            hop,
          );
        return;
      case "return":
        this.#returned(node, file, site.function, rest, hop);
        return;
      case "export":
        this.#exported(node, file, site, rest, hop);
        return;
      case "rename":
        this.#lookUp(node, site.name);
        return;
      case "heritage":
        if (node.isClass === true && rest.length === 0) this.#flow(node, this.#classNode(file, site.class, []), hop);
        return;
      case "nowhere":
        return;
    }
  }

  /** The value comes out of the calls of the function: of the one call, within a visit. */
  #returned(node: Node, file: SourceFile, id: FunctionId, rest: readonly Step[], hop: Hop): void {
    const { visit } = hop;
    if (file.facts.functions[id]?.isGenerator === true) return;
    if (visit && visit.file === file && visit.function === id) {
      this.#process(node, visit.call.file, visit.call.fact.site, rest, { ...hop, visit: visit.outer });
      return;
    }
    this.#flow(node, this.#functionNode(file, id, [CALLED, ...rest], visit), hop);
  }

  #called(node: Node, file: SourceFile, id: CallId, rest: readonly Step[], hop: Hop): void {
    const call = file.facts.calls[id];
    if (!call) return;
    const [first, ...others] = rest;
    if (first === CALLED ? call.isNew !== true : first === CONSTRUCTED && call.isNew === true && others.length > 0) {
      this.#process(node, file, call.site, others, hop);
      return;
    }
    const isConstructed = rest.length === 1 && first === CONSTRUCTED && call.isNew === true;
    if (rest.length === 0 || isConstructed) this.#use(node, file, call, call.span, "call", hop);
  }

  #read(node: Node, file: SourceFile, mention: MentionFact, confidence: Confidence): void {
    const runner: FunctionRef = { file, id: mention.function };
    node.uses.push({
      file,
      span: { start: mention.offset, end: mention.offset + mention.name.length },
      in: runner,
      through: [],
      how: "read",
      confidence,
      isMemoised: false,
      isInLoop: false,
      guards: [],
    });
    this.#need(runner);
  }

  /** The value runs at this call, for the function around it. */
  #use(node: Node, file: SourceFile, call: CallFact, span: Span, how: Use["how"], hop: Hop, isRepeated = false): void {
    const calls = [{ file, fact: call }];
    const through: Use["through"][number][] = [];
    let runner: FunctionRef = { file, id: call.function, ...(hop.visit && { visit: hop.visit }) };
    // What the visited function runs, its caller runs.
    for (
      let visit = hop.visit;
      visit && visit.file === runner.file && visit.function === runner.id;
      visit = visit.outer
    ) {
      calls.push(visit.call);
      through.unshift({ function: runner, file: visit.call.file, span: visit.call.fact.span });
      runner = { file: visit.call.file, id: visit.call.fact.function, ...(visit.outer && { visit: visit.outer }) };
    }
    const visit = visitAround(runner.visit, runner.file, runner.id);
    runner = { file: runner.file, id: runner.id, ...(visit && { visit }) };
    node.uses.push({
      file,
      span,
      call: call.id,
      in: runner,
      through,
      how,
      confidence: hop.confidence,
      isMemoised: hop.isMemoised || calls.some(({ fact }) => fact.isMemoised === true),
      isInLoop: isRepeated || calls.some(({ fact }) => fact.loopDepth > 0),
      guards: calls.flatMap((made) => this.#guardsOf(made.file, made.fact)),
    });
    this.#need(runner);
  }

  /** The function is on the way from a blocking call: who runs it? */
  #need({ file, id, visit }: FunctionRef): void {
    if (id !== 0 && file.role !== "test") this.#functionNode(file, id, [], visit);
  }

  #accessed(node: Node, file: SourceFile, member: MentionId, rest: readonly Step[], hop: Hop): void {
    const mention = file.facts.mentions[member];
    if (!mention) return;
    const call = mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
    const [first, ...others] = rest;
    if (first === undefined) {
      if (!call) return;
      if (mention.name === "call" || mention.name === "apply") this.#use(node, file, call, call.span, "call", hop);
      else if (mention.name === "bind") this.#process(node, file, call.site, [], hop);
      return;
    }
    if (
      mention.name === first ||
      (mention.name === ELEMENT && first !== CALLED && first !== CONSTRUCTED) ||
      (first === ELEMENT && mention.site.to !== "callee")
    ) {
      const isElement = mention.name === ELEMENT || first === ELEMENT;
      this.#process(
        node,
        file,
        mention.site,
        others,
        isElement ? { ...hop, confidence: weaker(hop.confidence, "probable") } : hop,
      );
      return;
    }
    if (first !== ELEMENT || !call) return;
    if (retrievers.has(mention.name))
      this.#process(node, file, call.site, others, { ...hop, confidence: weaker(hop.confidence, "probable") });
    else if (passers.has(mention.name)) this.#process(node, file, call.site, rest, hop);
    else if (iterators.has(mention.name)) this.#iterated(node, file, call, others, hop);
  }

  /** The callback of `handlers.forEach(…)` receives the value as its first parameter. */
  #iterated(node: Node, file: SourceFile, call: CallFact, rest: readonly Step[], hop: Hop): void {
    const callback = call.arguments[0];
    if (callback?.is !== "function") return;
    this.#intoParameter(node, { file, fact: call }, file, callback.function, 0, rest, {
      ...hop,
      confidence: weaker(hop.confidence, "probable"),
    });
  }

  #assigned(
    node: Node,
    file: SourceFile,
    site: Extract<Site, { to: "variable" | "property" }>,
    rest: readonly Step[],
    hop: Hop,
  ): void {
    this.#inquiry.add(node, () => {
      const answer = this.#inquiry.answer({ ask: "mention", file: file.path, offset: site.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "declared") continue;
        this.#flow(
          node,
          this.#holderNode(reference.at, site.name, [...reference.steps, ...rest], site.to === "property", hop.visit),
          hop,
        );
      }
      return true;
    });
  }

  /**
   * The object whose property it is goes on to somewhere. Not followed where the project's own types
   * declare the property: whoever takes it out of the object names that declaration.
   */
  #inContainer(node: Node, file: SourceFile, site: Place, of: Site, rest: readonly Step[], hop: Hop): void {
    this.#inquiry.add(node, () => {
      const answer =
        site.isReference === true
          ? []
          : this.#inquiry.answer({ ask: "overridden", at: { file: file.path, offset: site.offset } });
      if (!answer) return false;
      if (!answer.some((reference) => reference.is === "declared"))
        this.#process(node, file, of, [site.name, ...rest], hop);
      return true;
    });
  }

  #exported(
    node: Node,
    file: SourceFile,
    site: Extract<Site, { to: "export" }>,
    rest: readonly Step[],
    hop: Hop,
  ): void {
    const holder = this.#holderNode({ file: file.path, offset: site.offset }, site.name, rest, false);
    this.#flow(node, holder, hop);
    this.#lookUp(node, site.name);
    if (node.match) return;
    const exportPath = [site.name, ...rest].join(".");
    for (const framework of this.#knowledge.frameworks) {
      const shape = framework.exports?.find(({ names }) => names.includes(exportPath));
      if (!shape) continue;
      node.registered.push({
        effect: "entry",
        label: shape.label ?? exportPath,
        kind: shape.kind,
        confidence: shape.isLikely === true ? "probable" : "definite",
        file,
        guards: [],
      });
    }
  }

  // ── Arguments ─────────────────────────────────────────────────────────────────────────────

  #passed(node: Node, file: SourceFile, id: CallId, index: number, rest: readonly Step[], hop: Hop): void {
    const call = file.facts.calls[id];
    if (!call) return;
    this.#guardsOf(file, call);
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    const iteration =
      file.imports && mention && isIteration(file, mention)
        ? this.#knowledge.recogniser.likelyRegistration(mention.name, call, { index, properties: rest })
        : undefined;
    if (iteration) {
      this.#register(node, file, call, index, rest, hop, {
        ...iteration,
        registration: { ...iteration.registration, isLikely: false },
      });
      return;
    }
    this.#inquiry.add(node, (isForced) => {
      const callee = this.#calleeReferences(file, call, isForced, node);
      if (!callee) return false;
      this.#classify(node, file, call, index, rest, hop, callee);
      return true;
    });
  }

  /** What a call calls; undefined while answers are outstanding. */
  #calleeReferences(
    file: SourceFile,
    call: CallFact,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    if (call.calleeFunction !== undefined) {
      const fact = file.facts.functions[call.calleeFunction];
      return fact ? [{ is: "declared", at: { file: file.path, offset: -2 - fact.id }, steps: [] }] : [];
    }
    if (call.calleeCall !== undefined) {
      const inner = file.facts.calls[call.calleeCall];
      const references = inner && this.#calleeReferences(file, inner, isForced, waiting);
      return references?.map((reference) => withStep(reference, inner?.isNew === true ? CONSTRUCTED : CALLED));
    }
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    if (!mention) return [];
    const answer = this.#inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    if (!answer) return undefined;
    const isHolder = answer.every((reference) => reference.is === "declared" && !this.#index.functionAt(reference.at));
    if (!isHolder) return this.#settleAll(answer, isForced, waiting);
    const value = this.#inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
    return value && this.#settleAll([...value, ...answer], isForced, waiting);
  }

  #settleAll(answer: Answer, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    const settled = answer.map((reference) => this.#settle(reference, 0, isForced, waiting));
    return settled.includes(undefined) ? undefined : settled.flatMap((references) => references ?? []);
  }

  #classify(
    node: Node,
    file: SourceFile,
    call: CallFact,
    index: number,
    rest: readonly Step[],
    hop: Hop,
    callee: readonly Reference[],
  ): void {
    const position = { index, properties: rest };
    let isKnown = false;
    for (const reference of callee) {
      if (reference.is === "external") {
        const recognised = this.#knowledge.recogniser.registration(reference, call, position);
        if (!recognised) continue;
        this.#register(node, file, call, position.index, rest, hop, recognised);
        return;
      }
    }
    for (const reference of callee) {
      if (
        reference.is === "declared" &&
        this.#intoDeclared(node, { file, fact: call }, position.index, rest, hop, reference)
      )
        isKnown = true;
    }
    if (isKnown) return;
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    if (mention && this.#store(node, file, mention, rest, hop)) return;
    const likely = mention && this.#knowledge.recogniser.likelyRegistration(mention.name, call, position);
    if (likely && mention.isMember === true) {
      this.#register(node, file, call, position.index, rest, hop, likely);
      return;
    }
    if (node.match || rest.some((step) => step === CALLED)) return;
    const name = mention?.name ?? "a call";
    this.#countUnresolved([{ is: "unresolved", why: "untyped-receiver" }]);
    node.registered.push({
      effect: "unknown",
      label: `callback of ${name}`,
      kind: "callback",
      confidence: weaker(hop.confidence, "possible"),
      file,
      span: argumentSpan(file, call, index),
      guards: this.#guardsOf(file, call),
    });
  }

  #register(
    node: Node,
    file: SourceFile,
    call: CallFact,
    index: number,
    rest: readonly Step[],
    hop: Hop,
    recognised: RecognisedRegistration,
  ): void {
    const { registration } = recognised;
    const confidence = registration.isLikely === true ? weaker(hop.confidence, "probable") : hop.confidence;
    switch (registration.effect) {
      case "immediate":
      case "continuation": {
        if (rest.some((step) => step !== ELEMENT)) return;
        const isRepeated = registration.effect === "immediate" && iterators.has(recognised.member);
        this.#use(
          node,
          file,
          call,
          argumentSpan(file, call, index),
          registration.effect,
          { ...hop, confidence },
          isRepeated,
        );
        if (registration.parameters)
          node.parameterTypes.push((parameter) => this.#knowledge.recogniser.parameterType(recognised, parameter));
        return;
      }
      case "wrapped":
        this.#process(node, file, call.site, [], { ...hop, confidence });
        return;
      case "memoised":
        this.#process(node, file, call.site, [], { confidence, isMemoised: true });
        return;
      case "offload":
        this.#addRegistered(node, file, call, index, recognised, confidence, "offload");
        return;
      default:
        this.#addRegistered(node, file, call, index, recognised, confidence, registration.effect);
    }
  }

  #addRegistered(
    node: Node,
    file: SourceFile,
    call: CallFact,
    index: number,
    recognised: RecognisedRegistration,
    confidence: Confidence,
    effect: Registered["effect"],
  ): void {
    const { recogniser } = this.#knowledge;
    this.#registrations++;
    node.parameterTypes.push((parameter) => recogniser.parameterType(recognised, parameter));
    node.registered.push({
      effect,
      label: labelOf(recognised, call),
      kind: recognised.registration.kind ?? "callback",
      confidence,
      file,
      span: argumentSpan(file, call, index),
      guards: this.#guardsOf(file, call),
    });
  }

  /** `list.push(f)`, `map.set(key, f)`: the receiver holds the value from then on. */
  #store(node: Node, file: SourceFile, mention: MentionFact, rest: readonly Step[], hop: Hop): boolean {
    if (mention.isMember !== true || !stores.has(mention.name)) return false;
    const receiver = file.facts.mentions.findIndex(
      ({ site }) => site.to === "receiver" && file.facts.mentions[site.member] === mention,
    );
    const container = file.facts.mentions[receiver];
    if (!container) return false;
    this.#inquiry.add(node, () => {
      const answer = this.#inquiry.answer({ ask: "mention", file: file.path, offset: container.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "declared") continue;
        this.#flow(
          node,
          this.#holderNode(reference.at, container.name, [...reference.steps, ELEMENT, ...rest], false),
          hop,
        );
      }
      return true;
    });
    return true;
  }

  /** Into the parameter of a function of the project. */
  #intoDeclared(
    node: Node,
    call: Visit["call"],
    index: number,
    rest: readonly Step[],
    hop: Hop,
    reference: Extract<Reference, { is: "declared" }>,
  ): boolean {
    if (reference.steps.length > 0 && !(reference.steps.length === 1 && reference.steps[0] === CONSTRUCTED))
      return false;
    const confidence = reference.isUncertain === true ? weaker(hop.confidence, "probable") : hop.confidence;
    if (reference.at.offset <= -2)
      return this.#intoParameter(node, call, call.file, -2 - reference.at.offset, index, rest, { ...hop, confidence });
    const target = this.#index.functionAt(reference.at);
    if (!target) return false;
    const id =
      target.function ??
      target.file.facts.functions.find((fact) => fact.kind === "constructor" && fact.class === target.class)?.id;
    return id !== undefined && this.#intoParameter(node, call, target.file, id, index, rest, { ...hop, confidence });
  }

  #intoParameter(
    node: Node,
    call: Visit["call"],
    file: SourceFile,
    id: FunctionId,
    index: number,
    rest: readonly Step[],
    hop: Hop,
  ): boolean {
    const fact = file.facts.functions[id];
    const parameters = fact?.parameters ?? [];
    const last = parameters.at(-1);
    const parameter = parameters[index] ?? (last?.isRest === true ? last : undefined);
    if (!parameter) return false;
    const steps = parameter.isRest === true ? [ELEMENT, ...rest] : rest;
    // A function that hands the value to itself does nothing new with it.
    if (visitsOf(hop.visit).some((outer) => outer.file === file && outer.function === id)) return true;
    const isKept = fact?.kind === "constructor" || visitsOf(hop.visit).length >= MAX_VISITS;
    const visit = isKept ? undefined : visitOf(file, id, call, hop.visit);
    if (parameter.name !== undefined) {
      this.#flow(
        node,
        this.#holderNode({ file: file.path, offset: parameter.offset }, parameter.name, steps, false, visit),
        hop,
      );
      return true;
    }
    for (const { member, name, offset } of parameter.bindings ?? []) {
      const inner = remaining(steps, member);
      if (inner) this.#flow(node, this.#holderNode({ file: file.path, offset }, name, inner, false, visit), hop);
    }
    return true;
  }

  // ── Functions that are registered by what they are ────────────────────────────────────────

  #recogniseFunction(node: Node, file: SourceFile, fact: FunctionFact): void {
    for (const decorator of fact.decorators ?? [])
      this.#recogniseDecorator(node, file, decorator, "method", fact.name ?? "");
    const owner = fact.class === undefined ? undefined : file.facts.classes[fact.class];
    for (const decorator of owner?.decorators ?? [])
      this.#recogniseDecorator(node, file, decorator, "class", fact.name ?? "");
    if (fact.isExported !== true) return;
    for (const framework of this.#knowledge.frameworks) {
      const signature = framework.signatures?.find(
        ({ parameterTypes, returnTypes }) =>
          fact.parameters.some(({ typeNames = [] }) => typeNames.some((name) => parameterTypes.includes(name))) &&
          fact.returnTypeNames?.some((name) => returnTypes.includes(name)),
      );
      if (signature)
        node.registered.push({
          effect: "entry",
          label: `${signature.label ?? "handler"} ${fact.name ?? ""}`.trim(),
          kind: signature.kind,
          confidence: "probable",
          file,
          guards: [],
        });
      const shape = framework.exports?.find(({ names }) => fact.name !== undefined && names.includes(fact.name));
      if (shape)
        node.registered.push({
          effect: "entry",
          label: shape.label ?? fact.name ?? "",
          kind: shape.kind,
          confidence: shape.isLikely === true ? "probable" : "definite",
          file,
          guards: [],
        });
    }
  }

  #recogniseDecorator(
    node: Node,
    file: SourceFile,
    decorator: { readonly mention: MentionId; readonly call?: CallId },
    on: "method" | "class",
    member: string,
  ): void {
    const mention = file.facts.mentions[decorator.mention];
    if (!mention) return;
    this.#inquiry.add(node, () => {
      const answer = this.#inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "external") continue;
        for (const { shape } of this.#knowledge.recogniser.decorator(reference)) {
          if (shape.on !== on || (on === "class" && !(shape.members ?? []).includes(member))) continue;
          const call = decorator.call === undefined ? undefined : file.facts.calls[decorator.call];
          node.registered.push({
            effect: decoratedEffect(shape.effect),
            label: decoratedLabel(shape, mention.name, call, this.#classDecorator(node, file, shape.prefixFrom ?? [])),
            kind: shape.kind ?? "callback",
            confidence: "definite",
            file,
            guards: [],
          });
          return true;
        }
      }
      return true;
    });
  }

  /** The class's decorator of one of these names, as a call. */
  #classDecorator(node: Node, file: SourceFile, names: readonly string[]): CallFact | undefined {
    const owner = this.#ownerOf(node);
    const decorator = owner?.decorators?.find(({ name }) => names.includes(name));
    return decorator?.call === undefined ? undefined : file.facts.calls[decorator.call];
  }

  #recogniseHeritage(node: Node, reference: ExternalReference): void {
    const found = this.#knowledge.recogniser.heritage(reference);
    if (!found || !node.home) return;
    const { shape } = found;
    const label = shape.label ?? shape.members[0] ?? "";
    node.registered.push({
      effect: decoratedEffect(shape.effect),
      label: `${label} ${this.#ownerOf(node)?.name ?? ""}`.trim(),
      kind: shape.kind ?? "callback",
      confidence: "definite",
      file: node.home,
      guards: [],
    });
  }

  /** The class of a method's node. */
  #ownerOf({ home, method }: Node): ClassFact | undefined {
    const owner = method === undefined ? undefined : home?.facts.functions[method]?.class;
    return owner === undefined ? undefined : home?.facts.classes[owner];
  }

  // ── Values of parameters ──────────────────────────────────────────────────────────────────

  /**
   * What a member path that starts from a parameter stands for, by what callers pass or what a
   * registration is known to pass. Undefined while the callers are still being found.
   */
  #settle(reference: Reference, depth: number, isForced: boolean, waiting: Node): readonly Reference[] | undefined {
    if (reference.is !== "declared" || reference.steps.length === 0 || depth > MAX_PARAMETER_DEPTH) return [reference];
    const parameter = this.#index.parameterAt(reference.at);
    if (!parameter) return [reference];
    const key = `${addressKey(reference.at)}/${pathOf(reference.steps)}`;
    const known = this.#settled.get(key);
    if (known) return known;
    const settled = this.#settleParameter(reference, parameter, depth, isForced, waiting);
    // Once all callers are known nothing changes any more; a forced answer is the best there will be.
    if (settled && depth === 0) this.#settled.set(key, settled);
    return settled;
  }

  #settleParameter(
    reference: Extract<Reference, { is: "declared" }>,
    parameter: ParameterRef,
    depth: number,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    const owner = this.#functionNode(parameter.file, parameter.function);
    const flows = closure(owner);
    const isBusy = flows.some(({ node }) => node !== waiting && (node as Node).pending > 0);
    if (isBusy && !isForced) return undefined;
    const values: Reference[] = [];
    for (const { node } of flows) {
      for (const parameterType of (node as Node).parameterTypes) {
        const type = parameterType(parameter.index);
        if (type) values.push(withSteps(type, parameter.member));
      }
      for (const use of node.uses.slice(0, 12)) {
        const passed =
          use.how === "call" && use.call !== undefined
            ? this.#argumentReferences(
                use.file,
                use.file.facts.calls[use.call]?.arguments[parameter.index],
                isForced,
                waiting,
              )
            : [];
        if (!passed) return undefined;
        values.push(...passed.map((value) => withSteps(value, parameter.member)));
      }
    }
    if (values.length === 0) return [reference];
    const settled: Reference[] = [];
    for (const value of values) {
      const full = withSteps(value, reference.steps);
      if (full.is === "declared" && full.at.offset === reference.at.offset && full.at.file === reference.at.file)
        continue;
      const further = this.#settle(full, depth + 1, isForced, waiting);
      if (!further) return undefined;
      settled.push(...further);
    }
    return settled.length > 0 ? distinct(settled) : [reference];
  }

  #argumentReferences(
    file: SourceFile,
    argument: ValueFact | undefined,
    isForced: boolean,
    waiting: Node,
  ): readonly Reference[] | undefined {
    switch (argument?.is) {
      case "mention": {
        const mention = file.facts.mentions[argument.mention];
        if (!mention) return [];
        return this.#inquiry.answer({ ask: "value", file: file.path, offset: mention.offset });
      }
      case "call": {
        const call = file.facts.calls[argument.call];
        const callee = call && this.#calleeReferences(file, call, isForced, waiting);
        return callee?.map((reference) => withStep(reference, call?.isNew === true ? CONSTRUCTED : CALLED));
      }
      default:
        return [];
    }
  }

  // ── Guards ────────────────────────────────────────────────────────────────────────────────

  /** The guards around a call, whose flags are asked about along with the next batch. */
  #guardsOf(file: SourceFile, { guard }: CallFact): GuardRef[] {
    if (guard === undefined) return [];
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const flag = file.facts.guards[at]?.flag;
      const mention = flag === undefined ? undefined : file.facts.mentions[flag];
      if (mention && this.#index.couldTellEnvironment(mention.name))
        this.#inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
    }
    return [{ file, guard }];
  }

  #isDevelopmentOnly(file: SourceFile, guard: number): boolean {
    for (let at: number | undefined = guard; at !== undefined; at = file.facts.guards[at]?.parent) {
      const fact = file.facts.guards[at];
      if (fact?.environment === "development") return true;
      const mention = fact?.flag === undefined ? undefined : file.facts.mentions[fact.flag];
      const answer = mention && this.#inquiry.answered({ ask: "mention", file: file.path, offset: mention.offset });
      for (const reference of answer ?? []) {
        const environment =
          reference.is === "declared" && reference.steps.length === 0
            ? this.#index.environmentAt(reference.at)
            : undefined;
        if (environment === (fact?.isNegated === true ? "production" : "development")) return true;
      }
    }
    return false;
  }

  // ── Results ───────────────────────────────────────────────────────────────────────────────

  /** Everywhere that a catalogue entry's value runs. */
  #blockingCalls(): BlockingCall[] {
    const calls = new Map<string, BlockingCall>();
    const add = (call: BlockingCall): void => {
      const key = `${call.file.path}@${String(call.span.start)}-${String(call.span.end)} ${call.match.module}#${call.match.row.member}`;
      if (!calls.has(key)) calls.set(key, call);
    };
    const starts = [...this.#nodes.values()].flatMap((node) => (node.match ? [{ node, match: node.match }] : []));
    for (const { node: start, match } of [...starts, ...this.#tagged]) {
      for (const { node, confidence, isMemoised } of closure(start)) {
        for (const use of node.uses) {
          const call = use.call === undefined ? undefined : use.file.facts.calls[use.call];
          if (use.how === "call" && call && !argumentsBlock(match.row, call)) continue;
          add({
            ...use,
            match,
            confidence: weaker(confidence, use.confidence),
            isMemoised: isMemoised || use.isMemoised,
          });
        }
        for (const registered of node.registered) {
          if (registered.effect !== "entry" || !registered.span) continue;
          const { file, span, guards } = registered;
          add({
            file,
            span,
            in: { file, id: 0 },
            through: [],
            match,
            confidence: weaker(confidence, registered.confidence),
            isMemoised,
            isInLoop: false,
            guards,
            registered,
          });
        }
      }
    }
    return [...calls.values()];
  }

  // ── Seeds ─────────────────────────────────────────────────────────────────────────────────

  /** Blocking calls are looked for under the names of the catalogue's rows for the modules that are imported. */
  #seed(): void {
    const modules = new Set(this.#index.files.flatMap(({ facts }) => facts.modules));
    for (const [name, scope] of this.#knowledge.catalogue.namesFor(modules)) this.#seedName(name, scope);
    this.#seedTagged();
    this.#seedWorkerFiles();
    for (const file of this.#index.files)
      for (const loop of file.facts.loops) if (loop.isBusyWait === true) this.#seedBusyWait(file, loop);
  }

  /** Functions that say of themselves that they block: `@blocking`. */
  #seedTagged(): void {
    for (const file of this.#index.files) {
      for (const fact of file.facts.functions) {
        if (fact.tags?.includes("blocking") !== true) continue;
        const row: CatalogueRow = {
          member: fact.name ?? "function",
          kind: "cpu",
          cost: { tier: 2, source: "estimated", of: "declared as @blocking" },
        };
        this.#tagged.push({ node: this.#functionNode(file, fact.id), match: { module: "", row, rest: [] } });
      }
    }
  }

  /** Files that are only named to what starts workers: `new Piscina({ filename: "render.js" })`. */
  #seedWorkerFiles(): void {
    const names = new Set(
      this.#knowledge.frameworks.flatMap(({ registrations = [] }) =>
        registrations
          .filter(({ effect }) => effect === "offload")
          .flatMap(({ members }) => members.map((member) => member.replace(/^new /u, ""))),
      ),
    );
    const { node } = this.#node("workers", {});
    for (const file of this.#index.files) {
      if (file.role === "test") continue;
      for (const call of file.facts.calls) {
        const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
        if (
          !mention ||
          (!names.has(mention.name) && call.isNew !== true) ||
          this.#index.filesNamedBy(file, call).length === 0
        )
          continue;
        this.#inquiry.add(node, (isForced) => {
          const callee = this.#calleeReferences(file, call, isForced, node);
          if (!callee) return false;
          const isOffload = callee.some(
            (reference) => reference.is === "external" && this.#knowledge.recogniser.offloadsFiles(reference, call),
          );
          if (isOffload) for (const worker of this.#index.filesNamedBy(file, call)) this.#workerFiles.add(worker);
          return true;
        });
      }
    }
  }

  #seedBusyWait(file: SourceFile, { span, function: id }: LoopFact): void {
    const { node } = this.#node(`busy wait ${file.path}@${String(span.start)}`, { match: BUSY_WAIT });
    const runner: FunctionRef = { file, id };
    node.uses.push({
      file,
      span,
      in: runner,
      through: [],
      how: "call",
      confidence: "definite",
      isMemoised: false,
      isInLoop: false,
      guards: [],
    });
    this.#need(runner);
  }

  #seedName(name: string, scope: NameScope): void {
    const isInScope = this.#scopeOf(scope);
    const candidates = this.#index.mentionsOf(name).filter(({ file, id }) => {
      const mention = file.facts.mentions[id];
      if (!mention || mention.site.to === "nowhere" || !isInScope(file)) return false;
      if (mention.module === undefined) return true;
      return (
        this.#knowledge.catalogue.match({
          is: "external",
          module: mention.module,
          steps: name === "default" ? [] : [name],
        }).length > 0 || mention.module.startsWith(".")
      );
    });
    for (const { file, id } of candidates) {
      const mention = file.facts.mentions[id];
      if (mention && !(name === "default" && mention.module?.startsWith(".") === true))
        this.#seedMention(file, mention);
    }
  }

  /** The files in which a name of these modules is looked at: those that import one, or import a file that does. */
  #scopeOf({ modules, isWhereImported }: NameScope): (file: SourceFile) => boolean {
    if (modules.has("global")) return () => true;
    const direct = this.#index.files.filter((file) => this.#index.imports(file, modules));
    const paths = new Set(direct.map(({ path }) => path));
    if (!isWhereImported)
      for (const { path } of direct) for (const importer of this.#index.importersOf(path)) paths.add(importer);
    return (file) => paths.has(file.path) || (!isWhereImported && !file.imports);
  }

  #seedMention(file: SourceFile, mention: MentionFact): void {
    const { node: waiting } = this.#node("seeds", {});
    this.#inquiry.add(waiting, (isForced) => {
      const answer = this.#inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      const references = this.#settleAll(answer, isForced, waiting);
      if (!references) return false;
      this.#searched.add(`${file.path}@${String(mention.offset)}`);
      if (references.every(({ is }) => is === "unresolved")) this.#countUnresolved(answer);
      const seen = new Set<unknown>();
      for (const reference of references) {
        if (reference.is !== "external") continue;
        for (const match of this.#knowledge.catalogue.match(reference)) {
          if (seen.has(match.row)) continue;
          seen.add(match.row);
          const { node } = this.#node(
            `row ${match.module}#${match.row.member} ${file.path}@${String(mention.offset)}`,
            { match },
          );
          this.#process(node, file, mention.site, match.rest, CERTAIN);
        }
        if (seen.size > 0) break;
      }
      return true;
    });
  }
}

/**
 * `x.map((item) => …)`: an array method's name with a function written in place is taken for the array's
 * own. To ask for the receiver's type would cost more than all other questions about a member together.
 */
function isIteration(file: SourceFile, { name, isMember, site }: MentionFact): boolean {
  if (isMember !== true || site.to !== "callee" || !iterators.has(name)) return false;
  return file.facts.calls[site.call]?.arguments[0]?.is === "function";
}

/** Where a value is named among a call's arguments; the whole call when it is written there or nested. */
function argumentSpan(file: SourceFile, call: CallFact, index: number): Span {
  const argument = call.arguments[index];
  const mention = argument?.is === "mention" ? file.facts.mentions[argument.mention] : undefined;
  return mention ? { start: mention.offset, end: mention.offset + mention.name.length } : call.span;
}

// ── Small readings ──────────────────────────────────────────────────────────────────────────

const BUILT_IN_MEMBERS = new Set(
  [Array, Map, Set, Promise, String, Object, Function, RegExp, Date, Number, WeakMap, WeakSet].flatMap((type) =>
    Object.getOwnPropertyNames(type.prototype),
  ),
);

/** What is left of a path after its beginning; undefined when it begins otherwise. Elements match any key. */
function remaining(path: readonly Step[], beginning: readonly Step[]): readonly Step[] | undefined {
  if (beginning.length > path.length) return undefined;
  const matches = beginning.every((step, index) => step === path[index] || step === ELEMENT || path[index] === ELEMENT);
  return matches ? path.slice(beginning.length) : undefined;
}

function withStep(reference: Reference, step: Step): Reference {
  return withSteps(reference, [step]);
}

function withSteps(reference: Reference, steps: readonly Step[]): Reference {
  return reference.is === "unresolved" || steps.length === 0
    ? reference
    : { ...reference, steps: [...reference.steps, ...steps] };
}

function distinct(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [JSON.stringify(reference), reference])).values()];
}

function decoratedEffect(effect: Registration["effect"]): Registered["effect"] {
  return effect === "entry" || effect === "startup" || effect === "ignored" || effect === "offload"
    ? effect
    : "unknown";
}
