/** What becomes of a value that is passed to a call: it is registered, wrapped, stored, or followed further. */
import { labelOf, type RecognisedRegistration } from "../entrypoints/recognise.js";
import type { CallFact, CallId, FunctionId, MentionFact, MentionId, Span } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, ELEMENT, HELD, type Reference, type Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import { collections, iterators, keepers, listings, namers, stores } from "./containers.js";
import {
  type FunctionRef,
  type Registered,
  type RegisteringCall,
  type SourceFile,
  type Visit,
  weaker,
} from "./graph.js";
import { callsWhatIsWritten } from "./mentions.js";
import { receiverOf } from "./receivers.js";
import type { Search } from "./search.js";
import { remaining } from "./steps.js";
import { mentionedText } from "./texts.js";
import { turnsAround } from "./turns.js";
import { CERTAIN, type Hop, type Node } from "./value-node.js";
import { visitOf, visitsOf } from "./visits.js";

/** How many calls deep a value is followed for one caller alone. */
const MAX_VISITS = 3;

export class Arguments {
  readonly #search: Search;
  /** How many registrations were recognised. */
  registrations = 0;

  constructor(search: Search) {
    this.#search = search;
  }

  /** The value, or what leads to it by `rest`, is the call's argument at `index`. */
  passed(node: Node, file: SourceFile, id: CallId, index: number, rest: readonly Step[], hop: Hop): void {
    const call = file.facts.calls[id];
    if (!call) return;
    this.#search.guards.guardsOf(file, call);
    this.#search.namedValues.passed(node, file, id, index, rest, hop);
    if (rest.every((step) => step === ELEMENT)) node.passed.push({ call: { file, fact: call }, visit: hop.visit });
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    const depth = rest.length > 0 && mention?.isMember === true ? listings.get(mention.name) : undefined;
    if (depth !== undefined && call.callee !== undefined && isOfObject(file, call.callee)) {
      const steps = [...Array.from({ length: depth }, () => ELEMENT), ...rest.slice(1)];
      this.#search.sites.process(node, file, call.site, steps, hop);
      return;
    }
    if (rest.length > 0 && mention?.isMember === true && isOfObject(file, call.callee ?? -1)) {
      if (namers.has(mention.name)) return;
      if (keepers.has(mention.name)) {
        this.#search.sites.process(node, file, call.site, rest, hop);
        return;
      }
    }
    if (mention?.isMember === true && mention.name === "concat" && rest[0] === ELEMENT) {
      this.#search.sites.process(node, file, call.site, rest, hop);
      return;
    }
    if (index > 0 && rest.length > 0 && mention?.name === "assign" && isOfObject(file, call.callee ?? -1)) {
      this.#search.sites.process(node, file, call.site, rest, hop);
      this.assignTo(node, file, call, rest, hop);
      return;
    }
    const held = call.isNew === true && mention?.isMember !== true ? collections.get(mention?.name ?? "") : undefined;
    if (held !== undefined && rest.length >= held && rest.slice(0, held).every((step) => step === ELEMENT)) {
      // What it holds is found by any key, and comes out one by one.
      this.#search.sites.process(node, file, call.site, [ELEMENT, ...rest.slice(held)], hop);
      return;
    }
    const written =
      file.imports && mention && callsWhatIsWritten(file, mention)
        ? this.#search.knowledge.recogniser.likelyRegistration(mention.name, call, { index, properties: rest })
        : undefined;
    if (written) {
      this.register(node, file, call, index, rest, hop, {
        ...written,
        registration: { ...written.registration, isLikely: false },
      });
      return;
    }
    this.#search.inquiry.add(node, (isForced) => {
      const callee = this.#search.parameters.calleeReferences(file, call, isForced, node);
      if (!callee) return false;
      this.classify(node, file, call, index, rest, hop, callee);
      return true;
    });
  }

  private classify(
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
      const external = this.#search.named.asExternal(reference);
      if (external && this.hold(node, file, call, rest, hop, external)) return;
      const recognised = external && this.#search.knowledge.recogniser.registration(external, call, position);
      if (!recognised) continue;
      this.register(node, file, call, position.index, rest, hop, recognised);
      return;
    }
    for (const reference of callee) {
      if (
        reference.is === "declared" &&
        this.intoDeclared(node, { file, fact: call }, position.index, rest, hop, reference)
      )
        isKnown = true;
    }
    if (isKnown) return;
    const mention = call.callee === undefined ? undefined : file.facts.mentions[call.callee];
    if (mention && this.store(node, file, mention, rest, hop)) return;
    const likely = mention && this.#search.knowledge.recogniser.likelyRegistration(mention.name, call, position);
    if (likely && mention.isMember === true) {
      this.register(node, file, call, position.index, rest, hop, likely);
      return;
    }
    if (node.match || rest.some((step) => step === CALLED)) return;
    const name = mention?.name ?? "a call";
    this.#search.mentions.countUnresolved([{ is: "unresolved", why: "untyped-receiver" }]);
    node.registered.push({
      effect: "unknown",
      label: `callback of ${name}`,
      kind: "callback",
      confidence: weaker(hop.confidence, "possible"),
      file,
      span: argumentSpan(file, call, index),
      guards: this.#search.guards.guardsOf(file, call),
    });
  }

  /** Whether an object keeps the value to run it later, or runs it now for the object that keeps it. */
  private hold(
    node: Node,
    file: SourceFile,
    call: CallFact,
    rest: readonly Step[],
    hop: Hop,
    callee: Extract<Reference, { is: "external" }>,
  ): boolean {
    const holding = this.#search.knowledge.recogniser.holding(callee);
    const isHeld = rest.at(-1) === HELD;
    if (holding === undefined || (holding !== "takes" && !isHeld) || rest.includes(CALLED)) return false;
    if (holding === "runs") this.#search.uses.use(node, file, call, call.span, "immediate", hop);
    else this.#search.sites.process(node, file, call.site, [HELD], hop);
    return true;
  }

  private register(
    node: Node,
    file: SourceFile,
    call: CallFact,
    index: number,
    rest: readonly Step[],
    hop: Hop,
    recognised: RecognisedRegistration,
  ): void {
    const { registration } = recognised;
    const by: RegisteringCall = { call: { file, fact: call }, visit: hop.visit, recognised };
    const isCertain = registration.isLikely !== true || isNamed(by);
    const confidence = isCertain ? hop.confidence : weaker(hop.confidence, "probable");
    switch (registration.effect) {
      case "immediate":
      case "continuation": {
        // A member of an object is called only where the registration names it.
        if (recognised.property === undefined && rest.some((step) => step !== ELEMENT)) return;
        const isRepeated = registration.effect === "immediate" && iterators.has(recognised.member);
        this.#search.uses.use(
          node,
          file,
          call,
          argumentSpan(file, call, index),
          registration.effect,
          { ...hop, confidence },
          isRepeated,
        );
        if (registration.parameters)
          node.parameterTypes.push((parameter) =>
            this.#search.knowledge.recogniser.parameterType(recognised, parameter),
          );
        return;
      }
      case "wrapped":
        if (registration.addsCallback === true && node.match?.row.when?.withoutCallbackFrom !== undefined) return;
        this.#search.sites.process(node, file, call.site, [], { ...hop, confidence });
        return;
      case "merged":
        this.#search.sites.process(node, file, call.site, rest, { ...hop, confidence });
        return;
      case "memoised":
        this.#search.sites.process(node, file, call.site, [], {
          confidence,
          memo: registration.isPerArgument === true ? "per-argument" : "once",
        });
        return;
      case "offload":
        this.addRegistered(node, index, confidence, "offload", by);
        return;
      case "entry":
        if (registration.emittedBy && !node.match) this.listen(node, index, confidence, hop, by);
        // Whoever is given a class makes an instance of it, before anything arrives.
        else this.addRegistered(node, index, confidence, node.isClass === true ? "startup" : "entry", by);
        return;
      default:
        this.addRegistered(node, index, confidence, registration.effect, by);
    }
  }

  /** The value listens to an event: it runs where that is emitted, if the project does so. */
  private listen(node: Node, index: number, confidence: Confidence, hop: Hop, by: RegisteringCall): void {
    const { eventBuses, knowledge, named } = this.#search;
    const { framework, registration } = by.recognised;
    const { on = [], emittedBy = [] } = registration;
    const isEmit = (reference: Reference): boolean => {
      const external = named.asExternal(reference);
      return external !== undefined && knowledge.recogniser.isMember(external, framework, on, emittedBy);
    };
    const listening = { call: by.call, visit: by.visit, members: emittedBy, isEmit };
    eventBuses.listen(node, listening, { confidence, memo: hop.memo }, () => {
      this.addRegistered(node, index, confidence, "entry", by);
    });
  }

  private addRegistered(
    node: Node,
    index: number,
    confidence: Confidence,
    effect: Registered["effect"],
    by: RegisteringCall,
  ): void {
    const { recogniser } = this.#search.knowledge;
    const { recognised, call } = by;
    this.registrations++;
    node.parameterTypes.push((parameter) => recogniser.parameterType(recognised, parameter));
    node.registered.push({
      effect,
      label: labelOf(recognised, call.fact),
      kind: recognised.registration.kind ?? "callback",
      confidence,
      file: call.file,
      span: argumentSpan(call.file, call.fact, index),
      guards: this.#search.guards.guardsOf(call.file, call.fact),
      by,
    });
  }

  /** `list.push(f)`, `map.set(key, f)`: the receiver holds the value from then on. */
  private store(node: Node, file: SourceFile, mention: MentionFact, rest: readonly Step[], hop: Hop): boolean {
    if (mention.isMember !== true || !stores.has(mention.name)) return false;
    let receiver = receiverOf(file, file.facts.mentions.indexOf(mention));
    const steps = [ELEMENT];
    // `lists[name].push(f)`: in an element of what is named.
    for (; receiver !== undefined && file.facts.mentions[receiver]?.name === ELEMENT; steps.push(ELEMENT))
      receiver = receiverOf(file, receiver);
    const container = receiver === undefined ? undefined : file.facts.mentions[receiver];
    if (!container) return false;
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: container.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "declared") continue;
        this.#search.values.flow(
          node,
          this.#search.values.holderNode(reference.at, container.name, [...reference.steps, ...steps, ...rest], false),
          hop,
        );
      }
      return true;
    });
    return true;
  }

  /** `Object.assign(target, { name: f })`; the members of a prototype are those of what its function constructs. */
  private assignTo(
    node: Node,
    file: SourceFile,
    { arguments: [target] }: CallFact,
    rest: readonly Step[],
    hop: Hop,
  ): void {
    const { inquiry, values } = this.#search;
    const named = target?.is === "mention" ? file.facts.mentions[target.mention] : undefined;
    const isPrototype = target?.is === "mention" && named?.name === "prototype";
    const owner = isPrototype ? file.facts.mentions[receiverOf(file, target.mention) ?? -1] : named;
    if (!owner) return;
    inquiry.add(node, () => {
      const answer = inquiry.answer({ ask: "mention", file: file.path, offset: owner.offset });
      for (const reference of answer ?? []) {
        if (reference.is !== "declared") continue;
        const steps = [...reference.steps, ...(isPrototype ? [CONSTRUCTED] : []), ...rest];
        values.flow(node, values.memberNode(reference.at, rest[0] ?? "", steps), hop);
      }
      return answer !== undefined;
    });
  }

  /** Into the parameter of a function of the project. */
  private intoDeclared(
    node: Node,
    call: Visit["call"],
    index: number,
    rest: readonly Step[],
    hop: Hop,
    reference: Extract<Reference, { is: "declared" }>,
  ): boolean {
    const confidence = reference.isUncertain === true ? weaker(hop.confidence, "probable") : hop.confidence;
    if (reference.steps.length > 0 && reference.steps.every((step) => step === CALLED)) {
      const into = this.madeBy(reference, firstCall(call)).map(({ file, id, visit }) =>
        this.intoParameter(node, call, file, id, index, rest, { ...hop, confidence, visit: visit ?? hop.visit }),
      );
      return into.includes(true);
    }
    if (reference.steps.length > 0 && !(reference.steps.length === 1 && reference.steps[0] === CONSTRUCTED))
      return false;
    if (reference.at.offset <= -2)
      return this.intoParameter(node, call, call.file, -2 - reference.at.offset, index, rest, { ...hop, confidence });
    const target = this.#search.index.functionAt(reference.at);
    if (!target) return false;
    const id =
      target.function ??
      target.file.facts.functions.find((fact) => fact.kind === "constructor" && fact.class === target.class)?.id;
    return id !== undefined && this.intoParameter(node, call, target.file, id, index, rest, { ...hop, confidence });
  }

  /** Follows a method into the project's own decorator: as a value, or a member of its class or its description. */
  decorated(node: Node, call: Visit["call"], name: string, reference: Reference): void {
    const made = reference.is === "declared" ? this.madeBy({ ...reference, steps: [CALLED] }, call) : [];
    for (const { file, id, visit } of made) {
      const hop = { ...CERTAIN, ...(visit && { visit }) };
      const isDescribed = (file.facts.functions[id]?.parameters.length ?? 0) > 2;
      if (isDescribed) this.intoParameter(node, call, file, id, 2, ["value"], hop);
      else this.intoParameter(node, call, file, id, 0, [], hop);
      this.intoParameter(node, call, file, id, 0, [name], hop);
    }
  }

  /**
   * The functions that come out of calling a function, and calling what comes out of that: of `withRole("admin")` in
   * `withRole("admin")(handler)`. What they do concerns the first call alone.
   */
  private madeBy(
    { at, steps }: Extract<Reference, { is: "declared" }>,
    first: Visit["call"] | undefined,
  ): FunctionRef[] {
    const target = this.#search.index.functionAt(at);
    if (target?.function === undefined) return [];
    const { file, function: id } = target;
    const visit = first && visitOf(file, id, first, undefined);
    let made: FunctionRef[] = [{ file, id }];
    for (let step = 0; step < steps.length; step++) made = made.flatMap(returnedFunctions);
    return made.map((each) => (visit ? { ...each, visit } : each));
  }

  /** Follows the value into the parameter that takes it. False when the function has none. */
  intoParameter(
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
      this.#search.values.flow(
        node,
        this.#search.values.holderNode(
          { file: file.path, offset: parameter.offset },
          parameter.name,
          steps,
          false,
          visit,
        ),
        hop,
      );
      return true;
    }
    for (const { member, name, offset } of parameter.bindings ?? []) {
      const inner = remaining(steps, member);
      if (inner)
        this.#search.values.flow(
          node,
          this.#search.values.holderNode({ file: file.path, offset }, name, inner, false, visit),
          hop,
        );
    }
    return true;
  }
}

/** Whether the member that is computed is one that the registration speaks of, each time: `app[method](…)`. */
function isNamed({ call: { file, fact }, visit, recognised: { member, registration } }: RegisteringCall): boolean {
  const key = member === ELEMENT && fact.callee !== undefined ? file.facts.mentions[fact.callee]?.key : undefined;
  if (key === undefined) return false;
  const calls = [{ file, fact }, ...visitsOf(visit).map((outer) => outer.call)];
  return turnsAround(calls).every((turns) =>
    registration.members.includes(mentionedText(file, key, { visit, turns }) ?? ELEMENT),
  );
}

/** `withRole("admin")` of `withRole("admin")(handler)`, however many calls there are. */
function firstCall({ file, fact }: Visit["call"]): Visit["call"] | undefined {
  const inner = fact.calleeCall === undefined ? undefined : file.facts.calls[fact.calleeCall];
  return inner && (firstCall({ file, fact: inner }) ?? { file, fact: inner });
}

/** The functions that are written in a function, and returned by it. */
function returnedFunctions({ file, id }: FunctionRef): FunctionRef[] {
  const { functions, mentions } = file.facts;
  const returned = new Set(
    mentions.flatMap(({ name, site }) => (site.to === "return" && site.function === id ? [name] : [])),
  );
  return functions
    .filter(
      ({ parent, name, site }) =>
        parent === id &&
        ((site?.to === "return" && site.function === id) || (name !== undefined && returned.has(name))),
    )
    .map((fact) => ({ file, id: fact.id }));
}

/** `Object.entries`: a member of the language's own `Object`. */
function isOfObject(file: SourceFile, member: MentionId): boolean {
  const receiver = receiverOf(file, member);
  return receiver !== undefined && file.facts.mentions[receiver]?.name === "Object";
}

/** Where a value is named among a call's arguments; the whole call when it is written there or nested. */
function argumentSpan(file: SourceFile, call: CallFact, index: number): Span {
  const argument = call.arguments[index];
  const mention = argument?.is === "mention" ? file.facts.mentions[argument.mention] : undefined;
  return mention ? { start: mention.offset, end: mention.offset + mention.name.length } : call.span;
}
