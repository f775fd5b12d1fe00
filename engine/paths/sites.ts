/** Where a value goes from a place in the source: it is called, kept, returned, passed on, exported. */
import type { BindingFact, CallFact, CallId, FunctionId, MentionFact, MentionId, Place, Site } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, ELEMENT, HELD, type Step } from "../reference.js";
import { iterators, passers, retrievers } from "./containers.js";
import { decoratedMethods } from "./decorations.js";
import { type SourceFile, weaker } from "./graph.js";
import type { Search } from "./search.js";
import { remaining } from "./steps.js";
import type { Hop, Node } from "./value-node.js";
import { functionAround } from "./visits.js";

/** Longer member paths are not followed. */
const MAX_STEPS = 5;

export class Sites {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** `rest` are the steps from what goes there to the value itself: none when it is the value. */
  process(node: Node, file: SourceFile, site: Site, rest: readonly Step[], hop: Hop): void {
    if (rest.length > MAX_STEPS) return;
    switch (site.to) {
      case "callee":
        this.called(node, file, site.call, rest, hop);
        return;
      case "argument":
        this.#search.arguments.passed(node, file, site.call, site.index, rest, hop);
        return;
      case "receiver":
        this.accessed(node, file, site.member, rest, hop);
        return;
      case "variable":
      case "property":
        if (site.isExported === true)
          this.#search.declared.recogniseExport(node, file, [site.name, ...rest], hop.confidence);
        if (site.isReference === true) this.assigned(node, file, site, rest, hop);
        // A member of the same name is of what the schema describes: data, and not the schema.
        else if (site.of?.to !== "argument" || rest.at(-1) !== HELD) {
          this.#search.values.flow(
            node,
            this.#search.values.holderNode(
              { file: file.path, offset: site.offset },
              site.name,
              rest,
              site.to === "property",
              hop.visit,
              site.of !== undefined,
            ),
            hop,
          );
          if (site.to === "variable")
            this.#search.mentions.lookUp(node, site.name, { file, id: functionAround(file, site.offset) });
        }
        if (site.of) this.inContainer(node, file, site, site.of, rest, hop);
        return;
      case "element":
        this.process(node, file, site.of, [ELEMENT, ...rest], hop);
        return;
      case "spread":
        if (rest.length > 0) this.process(node, file, site.of, rest, hop);
        return;
      case "iterated":
        if (rest[0] === ELEMENT) this.takenApart(node, file, site.bindings, rest.slice(1), hop);
        return;
      case "return":
        this.returned(node, file, site.function, rest, hop);
        return;
      case "export":
        this.exported(node, file, site, rest, hop);
        return;
      case "rename":
        if (site.isExport === true)
          this.#search.declared.recogniseExport(node, file, [site.name, ...rest], hop.confidence);
        this.#search.mentions.lookUp(node, site.name);
        return;
      case "heritage":
        if (node.isClass === true && rest.length === 0)
          this.#search.values.flow(node, this.#search.values.classNode(file, site.class, []), hop);
        return;
      case "nowhere":
        return;
    }
  }

  private takenApart(
    node: Node,
    file: SourceFile,
    bindings: readonly BindingFact[],
    rest: readonly Step[],
    hop: Hop,
  ): void {
    const { values } = this.#search;
    for (const { member, name, offset } of bindings) {
      // The elements of a map are its keys with its values.
      const isOfPair = rest.length === 0 && member.length === 1 && member[0] === ELEMENT;
      const inner = isOfPair ? rest : remaining(rest, member);
      if (inner) values.flow(node, values.holderNode({ file: file.path, offset }, name, inner, false, hop.visit), hop);
    }
  }

  /** The value comes out of the calls of the function: of the one call, within a visit. */
  private returned(node: Node, file: SourceFile, id: FunctionId, rest: readonly Step[], hop: Hop): void {
    const { visit } = hop;
    if (file.facts.functions[id]?.isGenerator === true) return;
    if (visit && visit.file === file && visit.function === id) {
      this.process(node, visit.call.file, visit.call.fact.site, rest, { ...hop, visit: visit.outer });
      return;
    }
    this.#search.values.flow(node, this.#search.values.functionNode(file, id, [CALLED, ...rest], visit), hop);
  }

  private called(node: Node, file: SourceFile, id: CallId, rest: readonly Step[], hop: Hop): void {
    const call = file.facts.calls[id];
    if (!call) return;
    const [first, ...others] = rest;
    // What a decorator gives runs in the place of what it decorates.
    const method = rest.length === 2 && others[0] === CALLED ? decoratedMethods(file).called.get(id) : undefined;
    if (first === CALLED && method !== undefined) {
      this.#search.values.flow(node, this.#search.values.functionNode(file, method), hop);
      return;
    }
    if (first === CALLED ? call.isNew !== true : first === CONSTRUCTED && call.isNew === true && others.length > 0) {
      this.process(node, file, call.site, others, hop);
      return;
    }
    const isConstructed = rest.length === 1 && first === CONSTRUCTED && call.isNew === true;
    if (rest.length === 0 || isConstructed) this.#search.uses.use(node, file, call, call.span, "call", hop);
  }

  private accessed(node: Node, file: SourceFile, member: MentionId, rest: readonly Step[], hop: Hop): void {
    const mention = file.facts.mentions[member];
    if (!mention) return;
    const call = mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
    const [first, ...others] = rest;
    if (first === undefined) {
      node.accesses.push({ file, member, visit: hop.visit });
      if (!call) return;
      if (mention.name === "call" || mention.name === "apply")
        this.#search.uses.use(node, file, call, call.span, "call", hop);
      else if (mention.name === "bind") this.process(node, file, call.site, [], hop);
      return;
    }
    if (first === HELD) {
      this.held(node, file, mention, rest, hop);
      return;
    }
    if (
      mention.name === first ||
      (mention.name === ELEMENT && first !== CALLED && first !== CONSTRUCTED) ||
      (first === ELEMENT && mention.isKeyed === true)
    ) {
      const isElement = mention.name === ELEMENT || first === ELEMENT;
      this.process(
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
      this.process(node, file, call.site, others, { ...hop, confidence: weaker(hop.confidence, "probable") });
    else if (passers.has(mention.name)) this.process(node, file, call.site, rest, hop);
    else if (iterators.has(mention.name)) this.iterated(node, file, call, others, hop);
  }

  /** The member of an object that keeps the value: it runs that, or gives what keeps it as well. */
  private held(node: Node, file: SourceFile, mention: MentionFact, rest: readonly Step[], hop: Hop): void {
    const call = mention.site.to === "callee" ? file.facts.calls[mention.site.call] : undefined;
    const isRun = this.#search.knowledge.recogniser.runsHeld(mention.name);
    if (call && isRun) this.#search.uses.use(node, file, call, call.span, "immediate", hop);
    // The member itself may be handed on.
    else this.process(node, file, call ? call.site : mention.site, isRun ? [] : rest, hop);
  }

  /** The callback of `handlers.forEach(…)` receives the value as its first parameter, that of `reduce` as its second. */
  private iterated(node: Node, file: SourceFile, call: CallFact, rest: readonly Step[], hop: Hop): void {
    const callback = call.arguments[0];
    if (callback?.is !== "function") return;
    const member = call.callee === undefined ? undefined : file.facts.mentions[call.callee]?.name;
    const parameter = member?.startsWith("reduce") === true ? 1 : 0;
    this.#search.arguments.intoParameter(node, { file, fact: call }, file, callback.function, parameter, rest, hop);
  }

  private assigned(
    node: Node,
    file: SourceFile,
    site: Extract<Site, { to: "variable" | "property" }>,
    rest: readonly Step[],
    hop: Hop,
  ): void {
    this.#search.namedValues.assigned(node, file, site.offset, rest, hop);
    const decorator = describedBy(file, site);
    if (decorator !== undefined) this.returned(node, file, decorator, rest, hop);
    if (rest.length === 0) this.handling(node, file, site, hop);
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: site.offset });
      if (!answer) return false;
      for (const reference of answer) {
        if (reference.is !== "declared") continue;
        this.#search.values.flow(
          node,
          this.#search.values.holderNode(
            reference.at,
            site.name,
            [...reference.steps, ...rest],
            site.to === "property",
            hop.visit,
          ),
          hop,
        );
      }
      return true;
    });
  }

  /** Something calls the value because it is assigned to this property: `socket.onmessage = f`. */
  private handling(node: Node, file: SourceFile, { to, name, offset }: Place, { confidence }: Hop): void {
    const { inquiry, knowledge, parameters } = this.#search;
    if (to !== "property" || !knowledge.recogniser.mayHandle(name)) return;
    inquiry.add(node, (isForced) => {
      const answer = inquiry.answer({ ask: "mention", file: file.path, offset });
      const references = answer && parameters.settleAll(answer, isForced, node);
      if (!references) return false;
      for (const reference of references) {
        const found = reference.is === "external" ? knowledge.recogniser.handlerProperty(reference) : undefined;
        if (!found) continue;
        const { effect, kind, label } = found;
        const span = { start: offset, end: offset + name.length };
        node.registered.push({ effect, kind, label, confidence, file, span, guards: [] });
        return true;
      }
      return true;
    });
  }

  /**
   * The object whose property it is goes on to somewhere. Not followed where the project's own types
   * declare the property: whoever takes it out of the object names that declaration. An object that is written for a
   * call may be handed on as a whole, to whoever registers what it holds.
   */
  private inContainer(node: Node, file: SourceFile, site: Place, of: Site, rest: readonly Step[], hop: Hop): void {
    this.#search.inquiry.add(node, () => {
      const answer =
        site.isReference === true
          ? []
          : this.#search.inquiry.answer({ ask: "overridden", at: { file: file.path, offset: site.offset } });
      if (!answer) return false;
      if (of.to === "argument" || !answer.some((reference) => reference.is === "declared"))
        this.process(node, file, of, [site.name, ...rest], hop);
      return true;
    });
  }

  private exported(
    node: Node,
    file: SourceFile,
    site: Extract<Site, { to: "export" }>,
    rest: readonly Step[],
    hop: Hop,
  ): void {
    const holder = this.#search.values.holderNode({ file: file.path, offset: site.offset }, site.name, rest, false);
    this.#search.values.flow(node, holder, hop);
    this.#search.mentions.lookUp(node, site.name);
    // A function that is written there begins where the export stands, and is not all that may name it.
    this.#search.mentions.lookUp(holder, site.name);
    this.#search.declared.recogniseExport(node, file, [site.name, ...rest], hop.confidence);
  }
}

/** The function whose third parameter is what the assignment gives another value: `descriptor.value = wrapper`. */
function describedBy(file: SourceFile, { name, offset, of }: Place): FunctionId | undefined {
  if (name !== "value" || of?.to !== "variable") return undefined;
  const around = functionAround(file, offset);
  return file.facts.functions[around]?.parameters[2]?.name === of.name ? around : undefined;
}
