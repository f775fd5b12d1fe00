/** The values that the search follows: functions, classes, and the places that hold them. */
import type { ClassId, FunctionId, TaggedDeclaration } from "../facts/facts.js";
import { type Address, type Answer, CALLED, HELD, type Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import { type FunctionRef, pathOf, type SourceFile, type Visit } from "./graph.js";
import { addressKey } from "./project-index.js";
import type { Search } from "./search.js";
import { CERTAIN, type Hop, type Node } from "./value-node.js";
import { functionAround, visitAround, visitKey } from "./visits.js";

export class Values {
  readonly #search: Search;
  readonly #nodes = new Map<string, Node>();
  /** Of functions that were asked for without a visit, which happens often. */
  readonly #found = new Map<SourceFile, Map<FunctionId, Node>>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** The node of a key, made at first use. */
  node(
    key: string,
    traits: Pick<Node, "match" | "isAccessor" | "isClass" | "method" | "isContainer" | "isContract" | "home" | "visit">,
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
      accesses: [],
      passed: [],
      pending: 0,
      ...traits,
    };
    this.#nodes.set(key, node);
    return { node, isNew: true };
  }

  /** The value of a function, if the search ever met it. */
  known({ file, id, visit }: FunctionRef): Node | undefined {
    if (visit) return this.#nodes.get(this.functionKey(file, id, [], visit));
    let found = this.#found.get(file);
    if (!found) this.#found.set(file, (found = new Map<FunctionId, Node>()));
    const node = found.get(id) ?? this.#nodes.get(this.functionKey(file, id, [], undefined));
    if (node) found.set(id, node);
    return node;
  }

  private functionKey(file: SourceFile, id: FunctionId, steps: readonly Step[], visit: Visit | undefined): string {
    const fact = file.facts.functions[id];
    if (fact && (fact.kind === "constructor" || fact.kind === "field-initialiser") && fact.class !== undefined)
      return `class ${file.path}#${String(fact.class)}/${pathOf(steps)}`;
    return `function ${file.path}#${String(id)}/${pathOf(steps)}${visitKey(visit)}`;
  }

  /** The value of a function, or what it leads to by further steps (`()` for what it returns). */
  functionNode(file: SourceFile, id: FunctionId, steps: readonly Step[] = [], outerVisit?: Visit): Node {
    const fact = file.facts.functions[id];
    if (fact && (fact.kind === "constructor" || fact.kind === "field-initialiser") && fact.class !== undefined)
      return this.classNode(file, fact.class, steps);
    // What a getter returns is what its name stands for.
    const isGiven = fact?.kind === "getter" && steps[0] === CALLED;
    const named = isGiven ? steps.slice(1) : steps;
    const isAccessor = !isGiven && (fact?.kind === "getter" || fact?.kind === "setter");
    const method = fact?.class !== undefined || fact?.site?.to === "property" ? id : undefined;
    const visit = visitAround(outerVisit, file, id);
    const { node, isNew } = this.node(this.functionKey(file, id, steps, visit), {
      isAccessor,
      method,
      home: file,
      visit,
    });
    if (!isNew || !fact || id === 0) return node;
    if (fact.nameOffset !== undefined && fact.name !== undefined) {
      const at = { file: file.path, offset: fact.nameOffset };
      this.addAddress(node, at, named, "definite");
      if (method === undefined) this.#search.mentions.lookUp(node, fact.name);
      else this.lookUpMember(node, at, fact.name, named, fact.class === undefined);
    }
    if (fact.site) this.#search.sites.process(node, file, fact.site, steps, { ...CERTAIN, visit });
    if (fact.class !== undefined && fact.name !== undefined && fact.isStatic !== true)
      this.#search.namedValues.method(node, file, fact.class, fact.name, steps, { ...CERTAIN, visit });
    if (steps.length === 0) this.#search.declared.recogniseFunction(node, file, fact);
    return node;
  }

  classNode(file: SourceFile, id: ClassId, steps: readonly Step[]): Node {
    const fact = file.facts.classes[id];
    const { node, isNew } = this.node(`class ${file.path}#${String(id)}/${pathOf(steps)}`, {
      isClass: true,
      home: file,
    });
    if (!isNew || !fact) return node;
    if (fact.nameOffset !== undefined) {
      this.addAddress(node, { file: file.path, offset: fact.nameOffset }, steps, "definite");
      if (fact.name !== undefined) this.#search.mentions.lookUp(node, fact.name);
      if (fact.isExported === true) this.#search.mentions.lookUp(node, "default");
    }
    if (fact.site) this.#search.sites.process(node, file, fact.site, steps, CERTAIN);
    for (const decorator of fact.decorators ?? [])
      this.#search.declared.recogniseDecorator(node, file, decorator, "class", "constructor");
    return node;
  }

  /** A declaration without a body, whatever stands behind it. */
  contractNode(file: SourceFile, { name, offset, isMember }: TaggedDeclaration): Node {
    const { node, isNew } = this.node(`contract ${file.path}@${String(offset)}`, { isContract: true, home: file });
    if (!isNew) return node;
    this.addAddress(node, { file: file.path, offset }, [], "definite");
    this.#search.mentions.lookUp(node, name);
    if (!isMember) this.#search.mentions.lookUp(node, "default");
    return node;
  }

  /** A place that holds the value, or a container of it. */
  holderNode(
    at: Address,
    name: string,
    steps: readonly Step[],
    isProperty: boolean,
    outerVisit?: Visit,
    isLiteral = false,
  ): Node {
    const file = this.#search.index.file(at.file);
    const scope = file && !isProperty ? functionAround(file, at.offset) : 0;
    const visit = file && !isProperty ? visitAround(outerVisit, file, scope) : undefined;
    const { node, isNew } = this.node(`holder ${at.file}@${String(at.offset)}/${pathOf(steps)}${visitKey(visit)}`, {
      isContainer: isProperty && steps.length > 0,
      visit,
    });
    if (!isNew) return node;
    this.addAddress(node, at, steps, "definite");
    // A constructor's parameter may be a property as well, and be named anywhere.
    const isLocal = file !== undefined && scope !== 0 && file.facts.functions[scope]?.kind !== "constructor";
    if (isProperty) this.lookUpMember(node, at, name, steps, isLiteral);
    else {
      // `body.user` is what the schema describes, and not the schema.
      const isSchema = steps.at(-1) === HELD;
      this.#search.mentions.lookUp(node, name, isLocal ? { file, id: scope } : undefined, isSchema);
    }
    return node;
  }

  /** A member of what is declared somewhere else, which is only named there. */
  memberNode(at: Address, name: string, steps: readonly Step[]): Node {
    const { node, isNew } = this.node(`member ${at.file}@${String(at.offset)}/${pathOf(steps)}`, {});
    if (!isNew) return node;
    this.addAddress(node, at, steps, "definite");
    this.#search.mentions.lookUp(node, name);
    return node;
  }

  private addAddress(node: Node, at: Address, steps: readonly Step[], confidence: Confidence): void {
    const key = addressKey(at);
    const list = node.addresses.get(key) ?? [];
    if (list.some((known) => pathOf(known.steps) === pathOf(steps))) return;
    node.addresses.set(key, [...list, { steps, confidence }]);
  }

  /**
   * Examines the mentions of a member, under its own declaration and under those of what it overrides or
   * implements. A literal's property that a type of the project declares is only named by that type.
   */
  private lookUpMember(node: Node, at: Address, name: string, steps: readonly Step[], isLiteral: boolean): void {
    this.#search.inquiry.add(node, () => {
      const answer = this.#search.inquiry.answer({ ask: "overridden", at });
      if (!answer) return false;
      const isDeclared = this.addOverridden(node, answer, name, steps);
      if (isLiteral && isDeclared) node.addresses.delete(addressKey(at));
      this.#search.mentions.lookUp(node, name);
      return true;
    });
  }

  /** The value also answers to the names of what it overrides. False when that is nothing of the project. */
  private addOverridden(node: Node, answer: Answer, name: string, steps: readonly Step[]): boolean {
    let isDeclared = false;
    for (const reference of answer) {
      const external = this.#search.named.asExternal(reference);
      if (external) this.#search.declared.recogniseHeritage(node, external);
      if (reference.is !== "declared") continue;
      isDeclared = true;
      if (this.#search.index.isDeclaredNonblocking(reference.at)) continue;
      this.addAddress(node, reference.at, [...reference.steps, ...steps], "probable");
      // What is overridden may itself override.
      const { node: base, isNew } = this.node(`overridden ${addressKey(reference.at)}/${pathOf(steps)}`, {});
      if (isNew) {
        this.#search.inquiry.add(base, () => {
          const further = this.#search.inquiry.answer({ ask: "overridden", at: reference.at });
          if (further && this.addOverridden(base, further, name, steps)) this.#search.mentions.lookUp(base, name);
          return further !== undefined;
        });
      }
      this.flow(node, base, { confidence: "probable", memo: "none" });
    }
    return isDeclared;
  }

  /** The value is at `to` as well. */
  flow(from: Node, to: Node, hop: Hop): void {
    if (from === to) return;
    from.next.push({ node: to, confidence: hop.confidence, memo: hop.memo });
  }
}
