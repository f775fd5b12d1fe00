/** The blocking calls: everywhere that a blocking value runs. */
import { costOf } from "../catalogue/argument-cost.js";
import { argumentsBlock, type CatalogueMatch } from "../catalogue/lookup.js";
import { type BlockingCall, closure, memoOf, type Use, weaker } from "./graph.js";
import { LoadedModules } from "./loaded-modules.js";
import type { ProjectIndex } from "./project-index.js";
import type { Start } from "./seeds.js";
import { argumentAt } from "./written-arguments.js";

/** One for every place at which one of the values runs. */
export function blockingCalls(starts: readonly Start[], index: ProjectIndex): BlockingCall[] {
  const loaded = new LoadedModules(index.files);
  const calls = new Map<string, BlockingCall>();
  const add = (call: BlockingCall): void => {
    const key = keyOf(call, call.match.row.member);
    if (!calls.has(key)) calls.set(key, call);
  };
  for (const { node: start, match, input } of starts) {
    for (const flow of closure(start)) {
      const { node, confidence } = flow;
      for (const use of node.uses) {
        const call = use.call === undefined ? undefined : use.file.facts.calls[use.call];
        const isLoaded = (specifier: string): boolean => loaded.has(use.file, specifier);
        if (use.how === "call" && call && !argumentsBlock(match.row, call, isLoaded)) continue;
        add({
          ...use,
          match: withCost(match, use, index),
          confidence: weaker(confidence, use.confidence),
          memo: memoOf(flow, use),
          ...(input && { input }),
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
          memo: flow.memo,
          keptUnder: [],
          keptBy: [],
          isInLoop: false,
          guards,
          registered,
        });
      }
    }
  }
  // What may be called and constructed has a row for both: `new Stripe(key)` is told by its own.
  return [...calls.values()].filter((call) => !calls.has(keyOf(call, `new ${call.match.row.member}`)));
}

function keyOf({ file, span, match }: BlockingCall, member: string): string {
  return `${file.path}@${String(span.start)}-${String(span.end)} ${match.module}#${member}`;
}

/** The row as it is for this call, whose arguments may say what it costs. */
function withCost(match: CatalogueMatch, { file, call, how }: Use, index: ProjectIndex): CatalogueMatch {
  const { row } = match;
  const fact = call === undefined || how !== "call" ? undefined : file.facts.calls[call];
  if (!row.costFrom || !fact) return match;
  return { ...match, row: { ...row, cost: costOf(row, (path) => argumentAt(index, file, fact, path)) } };
}
