/** Where the search starts: names of the catalogue, functions that say they block, loops that only wait. */
import type { CatalogueMatch, NameScope } from "../catalogue/lookup.js";
import { tierOf } from "../catalogue/cost.js";
import type { CatalogueRow, Cost } from "../catalogue/row.js";
import type {
  FunctionId,
  LoopFact,
  MentionFact,
  OriginFact,
  RegexUseFact,
  RepeatedWorkFact,
  Span,
  TagFact,
} from "../facts/facts.js";
import type { FunctionRef, SourceFile } from "./graph.js";
import type { Search } from "./search.js";
import { repeatedWork } from "./repeated-work.js";
import { MAX_CALLS } from "./senders.js";
import { slowRegex } from "./slow-regex.js";
import { CERTAIN, type Node } from "./value-node.js";

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

/** What is said of a function by its tag: without a time, a call is taken for a noticeable one. */
function declaredMatch(member: string, tags: readonly TagFact[] | undefined): CatalogueMatch | undefined {
  const tag = tags?.find(({ name }) => name === "blocking");
  if (!tag) return undefined;
  const { ms, reason } = tag;
  const cost: Cost = { tier: ms === undefined ? 2 : tierOf(ms), source: "declared", of: "declared as @blocking" };
  const row: CatalogueRow = {
    member,
    kind: "cpu",
    cost: ms === undefined ? cost : { ...cost, ms },
    ...(reason !== undefined && { note: reason }),
  };
  return { module: "", row, rest: [] };
}

/** A value that blocks when it runs. */
export interface Start {
  readonly node: Node;
  readonly match: CatalogueMatch;
  /** Where each part of the input comes from that decides how long it blocks. */
  readonly input?: readonly (readonly OriginFact[])[];
}

export class Seeds {
  readonly #search: Search;
  /** The blocking values, and what is reported of them. */
  readonly starts: Start[] = [];
  /** The files in which names are looked at, of which a package has many. */
  readonly #scopes = new Map<string, ReadonlySet<string>>();

  constructor(search: Search) {
    this.#search = search;
  }

  /** Blocking calls are looked for under the names of the catalogue's rows for the modules that are imported. */
  seed(): void {
    const { index, knowledge } = this.#search;
    const modules = new Set(index.files.flatMap(({ facts }) => facts.modules));
    for (const [name, scope] of knowledge.catalogue.namesFor(modules))
      this.#search.attempt({}, () => {
        this.seedName(name, scope);
      });
    this.seedTagged();
    this.seedNamed();
    for (const file of index.files)
      for (const loop of file.facts.loops) if (loop.isBusyWait === true) this.seedBusyWait(file, loop);
    for (const file of index.files) {
      for (const use of file.facts.regexUses)
        this.#search.attempt({ kind: "regex", file }, () => {
          this.seedRegexUse(file, use);
        });
      for (const work of file.facts.repeatedWork)
        this.#search.attempt({ kind: "loop", file }, () => {
          this.seedRepeatedWork(file, work);
        });
    }
  }

  /** Functions that say of themselves that they block: `@blocking`. */
  private seedTagged(): void {
    const { values } = this.#search;
    for (const file of this.#search.index.files) {
      for (const { id, name = "function", tags } of file.facts.functions) {
        const match = declaredMatch(name, tags);
        if (match) this.starts.push({ node: values.functionNode(file, id), match });
      }
      for (const declaration of file.facts.taggedDeclarations) {
        const match = declaredMatch(declaration.name, declaration.tags);
        if (match) this.starts.push({ node: values.contractNode(file, declaration), match });
      }
    }
  }

  /** Functions of which the configuration says so. */
  private seedNamed(): void {
    for (const { file, function: id, match } of this.#search.named.blocking())
      this.starts.push({ node: this.#search.values.functionNode(file, id), match: { ...match, module: "" } });
  }

  private seedBusyWait(file: SourceFile, { span, function: id }: LoopFact): void {
    this.seedAt(`busy wait ${file.path}@${String(span.start)}`, file, span, id, BUSY_WAIT);
  }

  private seedRepeatedWork(file: SourceFile, work: RepeatedWorkFact): void {
    const mayBeLarge = work.over.every((origins) =>
      origins.some((origin) => this.#search.senders.mayBeSent(file, origin)),
    );
    if (!mayBeLarge) return;
    const key = `repeated work ${file.path}@${String(work.span.start)}-${String(work.span.end)}`;
    this.seedAt(key, file, work.span, work.function, repeatedWork(work), work.over.length > 0 ? work.over : undefined);
  }

  /** Something that is no call blocks where it stands. */
  private seedAt(
    key: string,
    file: SourceFile,
    span: Span,
    id: FunctionId,
    match: CatalogueMatch,
    input?: Start["input"],
  ): void {
    const { node, isNew } = this.#search.values.node(key, { match });
    if (!isNew) return;
    const runner: FunctionRef = { file, id };
    node.uses.push({
      file,
      span,
      in: runner,
      through: [],
      how: "call",
      confidence: "definite",
      memo: "none",
      keptUnder: [],
      keptBy: [],
      isInLoop: false,
      guards: [],
    });
    this.starts.push({ node, match, ...(input && { input }) });
    this.#search.uses.need(runner);
  }

  private seedRegexUse(file: SourceFile, { call, pattern, flags, text }: RegexUseFact): void {
    const fact = file.facts.calls[call];
    const match = fact && slowRegex(pattern, flags);
    if (!match) return;
    // Where nearly every expression is one of those, only what is matched in the handler itself is worth the search.
    const calls = match.row.growth === "shift" ? 0 : MAX_CALLS;
    if (!text.some((origin) => origin.is === "parameter" && this.#search.senders.mayBeSent(file, origin, calls)))
      return;
    const { node } = this.#search.values.node(`regex ${file.path}@${String(fact.span.start)}`, { match });
    this.#search.uses.use(node, file, fact, fact.span, "call", CERTAIN);
    this.starts.push({ node, match, input: [text] });
  }

  private seedName(name: string, scope: NameScope): void {
    const isInScope = this.scopeOf(scope);
    const isCandidate = scope.isQuickSetup ? isFixedCallee : () => true;
    const candidates = this.#search.index.mentionsOf(name).filter(({ file, id }) => {
      const mention = file.facts.mentions[id];
      if (!mention || mention.site.to === "nowhere" || !isInScope(file) || !isCandidate(file, mention)) return false;
      if (mention.module === undefined) return true;
      return (
        this.#search.knowledge.catalogue.match({
          is: "external",
          module: mention.module,
          steps: name === "default" ? [] : [name],
        }).length > 0 || mention.module.startsWith(".")
      );
    });
    for (const { file, id } of candidates) {
      const mention = file.facts.mentions[id];
      if (mention && !(name === "default" && mention.module?.startsWith(".") === true)) this.seedMention(file, mention);
    }
  }

  /** The files in which a name of these modules is looked at: those that import one, or import a file that does. */
  private scopeOf({ modules, isWhereImported }: NameScope): (file: SourceFile) => boolean {
    if (modules.has("global")) return () => true;
    const key = `${String(isWhereImported)} ${[...modules].join()}`;
    const paths = this.#scopes.get(key) ?? this.pathsOf(modules, isWhereImported);
    this.#scopes.set(key, paths);
    return (file) => paths.has(file.path) || (!isWhereImported && !file.imports);
  }

  private pathsOf(modules: ReadonlySet<string>, isWhereImported: boolean): ReadonlySet<string> {
    const { index } = this.#search;
    const own = index.files.flatMap((file) => (index.imports(file, modules) ? [file.path] : []));
    return new Set([...own, ...(isWhereImported ? [] : index.importersOfAny(own))]);
  }

  private seedMention(file: SourceFile, mention: MentionFact): void {
    const { node: waiting } = this.#search.values.node("seeds", {});
    this.#search.inquiry.add(waiting, (isForced) => {
      const answer = this.#search.inquiry.answer({ ask: "mention", file: file.path, offset: mention.offset });
      if (!answer) return false;
      const references = this.#search.parameters.settleAll(answer, isForced, waiting);
      if (!references) return false;
      this.#search.mentions.countSearched(file, mention);
      if (references.every(({ is }) => is === "unresolved")) this.#search.mentions.countUnresolved(answer);
      const seen = new Set<unknown>();
      for (const reference of references) {
        if (reference.is !== "external") continue;
        for (const match of this.#search.knowledge.catalogue.match(reference)) {
          if (seen.has(match.row)) continue;
          seen.add(match.row);
          const { node, isNew } = this.#search.values.node(
            `row ${match.module}#${match.row.member} ${file.path}@${String(mention.offset)}`,
            { match },
          );
          if (isNew) this.starts.push({ node, match });
          this.#search.sites.process(node, file, mention.site, match.rest, CERTAIN);
        }
        if (seen.size > 0) break;
      }
      return true;
    });
  }
}

/** Whether the name is that of a call which is made with the same each time. */
function isFixedCallee({ facts }: SourceFile, { site }: MentionFact): boolean {
  return site.to === "callee" && facts.calls[site.call]?.isFixed === true;
}
