/** What runs a value, and for whom: the function around it, or the callers of the function it was passed to. */
import type { CallFact, KeeperFact, MentionFact, Span } from "../facts/facts.js";
import type { Confidence } from "../rules/finding.js";
import type { FunctionRef, Memo, SourceFile, Use, Visit } from "./graph.js";
import type { Search } from "./search.js";
import type { Hop, Node } from "./value-node.js";
import { visitAround, visitsOf } from "./visits.js";

export class Uses {
  readonly #search: Search;

  constructor(search: Search) {
    this.#search = search;
  }

  /** The value runs at this call, for the function around it. */
  use(node: Node, file: SourceFile, call: CallFact, span: Span, how: Use["how"], hop: Hop, isRepeated = false): void {
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
    const keptBy = calls.flatMap(({ file: at, fact }) => this.keeper(at, fact, hop.visit) ?? []);
    const keptUnder = calls.flatMap(({ file: at, fact }) =>
      fact.keptBy && "key" in fact.keptBy ? [{ file: at, function: fact.function, path: fact.keptBy.key }] : [],
    );
    const memo = calls.some(({ fact }) => fact.keptBy && isProcess(fact.keptBy)) ? "once" : hop.memo;
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
      memo,
      keptUnder,
      keptBy,
      isInLoop: isRepeated || calls.some(({ fact }) => fact.loopDepth > 0),
      guards: calls.flatMap((made) => this.#search.guards.guardsOf(made.file, made.fact)),
    });
    // What runs at most once does so whoever calls the function.
    if (memo !== "once") this.need(runner);
  }

  /** What keeps the call's result, if that is not the process. */
  private keeper(file: SourceFile, { keptBy }: CallFact, visit: Visit | undefined): Node | undefined {
    if (!keptBy || isProcess(keptBy) || "key" in keptBy) return undefined;
    if ("class" in keptBy) return this.#search.values.classNode(file, keptBy.class, []);
    // A visited function runs for its one caller.
    const visited = visitsOf(visit).find((each) => each.file === file && each.function === keptBy.function);
    if (!visited) return this.#search.values.functionNode(file, keptBy.function);
    const { call, outer } = visited;
    return this.#search.values.functionNode(call.file, call.fact.function, [], outer);
  }

  /** The value is a getter, or is run by one, and is read here. */
  read(node: Node, file: SourceFile, mention: MentionFact, confidence: Confidence, memo: Memo = "none"): void {
    const runner: FunctionRef = { file, id: mention.function };
    node.uses.push({
      file,
      span: { start: mention.offset, end: mention.offset + mention.name.length },
      in: runner,
      through: [],
      how: "read",
      confidence,
      memo,
      keptUnder: [],
      keptBy: [],
      isInLoop: false,
      guards: [],
    });
    this.need(runner);
  }

  /** The function is on the way from a blocking call: who runs it? */
  need({ file, id, visit }: FunctionRef): void {
    if (id !== 0) this.#search.values.functionNode(file, id, [], visit);
  }
}

function isProcess(keeper: KeeperFact): boolean {
  return "function" in keeper && keeper.function === 0 && keeper.key === undefined;
}
