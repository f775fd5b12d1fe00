/** Where a value is named: syntax proposes the mentions, the oracle tells which of them mean it. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { FunctionId, MentionFact, MentionId, Site } from "../facts/facts.js";
import { CALLED, type Address, type Answer, type Reference, type Step } from "../reference.js";
import type { Confidence } from "../rules/finding.js";
import { continuations, iterators } from "./containers.js";
import { decoratedMethods } from "./decorations.js";
import { type FunctionRef, type SourceFile, weaker } from "./graph.js";
import { addressKey, baseName, type PlacedMention } from "./project-index.js";
import { receiverOf } from "./receivers.js";
import type { Search } from "./search.js";
import { remaining } from "./steps.js";
import { CERTAIN, type Node } from "./value-node.js";
import { isInside } from "./visits.js";

/** A container whose name is mentioned more often is a word of the project's language, not a table of functions. */
const MAX_CONTAINER_MENTIONS = 100;
/** How many functions may share a method's name for a call on an untyped receiver to be believed possible. */
const MAX_NAMESAKES = 8;

export class Mentions {
  readonly #search: Search;
  /** Mentions that were followed, by node. */
  readonly #met = new Map<Node, Set<number>>();
  /** How many mentions nobody could resolve, by why. */
  readonly unresolved = new Map<string, number>();
  readonly #searched = new Set<number>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** How many mentions the search looked at. */
  get searched(): number {
    return this.#searched.size;
  }

  /**
   * Examines the mentions of a name: everywhere, or in the function (of one file) where it is known.
   *
   * @param isImported whether only what imports name has it as a member
   */
  lookUp(node: Node, name: string, only?: FunctionRef, isImported = false): void {
    const key = only ? `${name}@${only.file.path}#${String(only.id)}` : name;
    if (node.lookups.has(key) || node.lookups.has(name)) return;
    node.lookups.add(key);
    const candidates = this.mentionsFor(node, name, only?.file).filter(({ file, id }) => {
      const mention = file.facts.mentions[id];
      if (!mention) return false;
      if (only && !isInside(file, mention.function, only.id)) return false;
      if (mention.site.to === "nowhere" && node.isAccessor !== true && !decoratedMethods(file).named.has(id))
        return false;
      if (callsWhatIsWritten(file, mention)) return false;
      if (isImported && mention.isMember === true && !isOfImport(file, id)) return false;
      return mention.module === undefined || this.couldImport(node, mention, mention.module);
    });
    if (candidates.length === 0) return;
    if (node.isContainer === true && candidates.length > MAX_CONTAINER_MENTIONS) {
      this.countUnresolved([{ is: "unresolved", why: "common-name" }]);
      return;
    }
    this.#search.inquiry.add(node, (isForced) => {
      const answers = candidates.map(({ file, id }) =>
        this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: file.facts.mentions[id]?.offset ?? 0 }),
      );
      if (answers.includes(undefined)) return false;
      let isWaiting = false;
      candidates.forEach(({ file, id }, index) => {
        const mention = file.facts.mentions[id];
        const answer = answers[index];
        if (!mention || !answer) return;
        if (!this.meet(node, file, mention, answer, isForced)) isWaiting = true;
      });
      return !isWaiting;
    });
  }

  /** Examines where a module is handed on as a whole, which exports the value by a path: `register(require("./users"))`. */
  lookUpModule(node: Node, home: SourceFile, path: readonly Step[]): void {
    const key = `module ${home.path}/${path.join(".")}`;
    if (node.lookups.has(key)) return;
    node.lookups.add(key);
    for (const { file, id } of this.#search.index.moduleMentions(baseNamesFor(home.path))) {
      const mention = file.facts.mentions[id];
      if (!mention) continue;
      // What names the default export is not the module: only `import("./users")` gives that.
      if (path[0] === "default" && !isImportCall(file, mention)) continue;
      const handedOn = sitesOf(file, mention).filter(({ to }) => HANDED_ON.has(to));
      if (handedOn.length === 0) continue;
      this.#search.inquiry.add(node, () => {
        const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
        if (answer?.some((reference) => reference.is === "declared" && isModule(reference.at, home)))
          for (const site of handedOn) this.#search.sites.process(node, file, site, path, CERTAIN);
        return answer !== undefined;
      });
    }
  }

  /** A typed file can name a value only if its imports lead to a file that declares it. */
  private mentionsFor(node: Node, name: string, only: SourceFile | undefined): readonly PlacedMention[] {
    const { index } = this.#search;
    const addresses = node.match ? [] : [...node.addresses.keys()];
    const declaring = [...new Set(addresses.map((key) => key.slice(0, key.lastIndexOf("@"))))];
    if (only) return declaring.length === 0 || index.reaches(only, declaring) ? index.mentionsIn(only, name) : [];
    return declaring.length === 0 ? index.mentionsOf(name) : index.mentionsReaching(name, declaring);
  }

  /** Spares questions about imports of files that are called otherwise. */
  private couldImport(node: Node, mention: MentionFact, specifier: string): boolean {
    if (node.match)
      return (
        mention.name !== "default" ||
        canonicalModule(specifier) === node.match.module ||
        this.#search.knowledge.catalogue.match({ is: "external", module: specifier, steps: [] }).length > 0
      );
    if (mention.name !== "default" || !node.home || !specifier.startsWith(".")) return true;
    return namesFile(specifier, node.home.path);
  }

  /** Follows a mention if it stands for the node's value. False while that cannot be told yet. */
  private meet(node: Node, file: SourceFile, mention: MentionFact, answer: Answer, isForced: boolean): boolean {
    const isFirst = this.countSearched(file, mention);
    const place = this.#search.index.placeOf(file, mention.offset);
    let met = this.#met.get(node);
    if (!met) this.#met.set(node, (met = new Set<number>()));
    if (met.has(place)) return true;
    let isUnknown = false;
    for (const reference of answer) {
      const settled = this.#search.parameters.settle(reference, 0, isForced, node);
      if (!settled) return false;
      for (const known of settled) {
        if (
          known.is === "unresolved" ||
          (known.is === "declared" && known.steps.length > 0 && this.#search.index.parameterAt(known.at) !== undefined)
        )
          isUnknown = true;
        const found = this.standsFor(node, known);
        if (!found) continue;
        met.add(place);
        const confidence =
          answer.length > 1 && known.is === "declared"
            ? weaker(found.confidence, known.isUncertain === true ? "probable" : "definite")
            : found.confidence;
        const decorated = found.rest.length === 1 && found.rest[0] === CALLED ? decoratedBy(file, mention) : undefined;
        if (decorated !== undefined)
          this.#search.values.flow(node, this.#search.values.functionNode(file, decorated), {
            confidence,
            memo: "none",
          });
        else if (node.isAccessor === true && found.rest.length === 0)
          this.#search.uses.read(node, file, mention, confidence);
        else
          this.#search.sites.process(node, file, mention.site, found.rest, {
            confidence,
            memo: "none",
            visit: node.visit,
          });
      }
    }
    if (isUnknown && !met.has(place)) {
      met.add(place);
      if (isFirst) this.countUnresolved(answer);
      this.believeName(node, file, mention);
    }
    return true;
  }

  /** Counts a mention once; false when it was counted before. */
  countSearched(file: SourceFile, { offset }: MentionFact): boolean {
    const before = this.#searched.size;
    this.#searched.add(this.#search.index.placeOf(file, offset));
    return this.#searched.size > before;
  }

  /** Counts a mention that nobody could resolve, by why. */
  countUnresolved(answer: Answer): void {
    const why = answer.find((reference) => reference.is === "unresolved")?.why ?? "untyped-receiver";
    this.unresolved.set(why, (this.unresolved.get(why) ?? 0) + 1);
  }

  private standsFor(
    node: Node,
    reference: Reference,
  ): { readonly rest: readonly Step[]; readonly confidence: Confidence } | undefined {
    if (reference.is === "external") {
      const match =
        node.match && this.#search.knowledge.catalogue.match(reference).find(({ row }) => row === node.match?.row);
      return match ? { rest: match.rest, confidence: "definite" } : undefined;
    }
    if (reference.is === "unresolved") return undefined;
    for (const { steps, confidence } of node.addresses.get(addressKey(reference.at)) ?? []) {
      const rest = remaining(steps, reference.steps);
      const isCertain = reference.isUncertain !== true || node.isContract === true;
      if (rest) return { rest, confidence: isCertain ? confidence : weaker(confidence, "probable") };
    }
    return undefined;
  }

  /** A method's name on a receiver that nobody can type: possible, when few methods share the name. */
  private believeName(node: Node, file: SourceFile, mention: MentionFact): void {
    if (node.method === undefined || mention.isMember !== true || mention.site.to !== "callee") return;
    if (BUILT_IN_MEMBERS.has(mention.name) || this.#search.index.methodsNamed(mention.name) > MAX_NAMESAKES) return;
    this.#search.sites.process(node, file, mention.site, [], { confidence: "possible", memo: "none" });
  }
}

/**
 * `x.map((item) => …)`, `x.then((item) => …)`: a method's name of arrays or promises with a function written in place
 * is taken for their own. To ask for the receiver's type would cost more than all other questions about a member together.
 */
export function callsWhatIsWritten(file: SourceFile, { name, isMember, site }: MentionFact): boolean {
  if (isMember !== true || site.to !== "callee" || !(iterators.has(name) || continuations.has(name))) return false;
  return file.facts.calls[site.call]?.arguments[0]?.is === "function";
}

/** Whether it is a member of what an import names: `schemas.user`. */
function isOfImport(file: SourceFile, member: MentionId): boolean {
  const receiver = file.facts.mentions[receiverOf(file, member) ?? -1];
  return (
    receiver !== undefined &&
    file.facts.mentions.some(
      ({ name, module, site }) =>
        module !== undefined && (name === receiver.name || ("name" in site && site.name === receiver.name)),
    )
  );
}

/** The method before which the mention stands as its decorator. */
function decoratedBy(file: SourceFile, mention: MentionFact): FunctionId | undefined {
  if (mention.site.to !== "nowhere") return undefined;
  return decoratedMethods(file).named.get(file.facts.mentions.indexOf(mention));
}

/** Whether a relative specifier may name the file. */
function namesFile(specifier: string, path: string): boolean {
  return baseNamesFor(path).includes(baseName(specifier));
}

/** What the last part may be of what is written to import a file: its name, its folder's, or none at all. */
function baseNamesFor(path: string): readonly string[] {
  const base = baseName(path);
  const folder = base === "index" ? (path.split("/").at(-2) ?? []) : [];
  return [base, "", ".", "..", folder].flat();
}

/** Where a module goes from where it is imported, under its local name too. */
function sitesOf({ facts }: SourceFile, { site }: MentionFact): readonly Site[] {
  if (site.to !== "rename" && site.to !== "variable") return [site];
  return facts.mentions
    .filter(({ name, isMember }) => name === site.name && isMember !== true)
    .map((each) => each.site);
}

/** `import("./users")`: a call of no name. */
function isImportCall({ facts }: SourceFile, { offset }: MentionFact): boolean {
  const innermost = facts.calls.findLast(({ span }) => span.start < offset && offset < span.end);
  return innermost !== undefined && innermost.callee === undefined && innermost.calleeCall === undefined;
}

/** Whether the address is that of a file as a whole. */
function isModule({ file, offset }: Address, { path }: SourceFile): boolean {
  return file === path && offset === -1;
}

/** Where a module goes when it is handed on as a whole. */
const HANDED_ON: ReadonlySet<Site["to"]> = new Set(["argument", "property", "element"]);

const BUILT_IN_MEMBERS = new Set(
  [Array, Map, Set, Promise, String, Object, Function, RegExp, Date, Number, WeakMap, WeakSet].flatMap((type) =>
    Object.getOwnPropertyNames(type.prototype),
  ),
);
