/** Functions on a blocking path that only look asynchronous: they return a promise, and compute before they first wait. */
import type { FileFacts, FunctionFact } from "../facts/facts.js";
import type { Route } from "../paths/callers.js";
import type { BlockingCall, FunctionRef } from "../paths/graph.js";
import { receiverOf } from "../paths/receivers.js";

/** What is only said of waiting, where nothing waits. */
export interface Appearance {
  /** The asynchronous function nearest to the blocking call that has not waited for anything when it gets there. */
  readonly looksAsync?: string;
  /** What is to run several of them at the same time, and cannot: `Promise.all`. */
  readonly together?: string;
}

/** Members of `Promise` that take many promises. */
const COMBINING = new Set(["all", "allSettled", "any", "race"]);

export function appearanceOf({ hops }: Route, call: BlockingCall): Appearance {
  let looksAsync: string | undefined;
  let together: string | undefined;
  for (const [index, { function: ref }] of hops.entries()) {
    const fact = ref.file.facts.functions[ref.id];
    const next = hops[index + 1]?.at ?? call;
    if (!fact || next.file !== ref.file) continue;
    if (("how" in next && next.how === "continuation") || waitsBefore(ref.file.facts, fact, next.span.start)) {
      looksAsync = undefined;
      together = undefined;
      continue;
    }
    together ??= combinedBy(ref);
    // The entry point itself is asynchronous because its framework lets it be.
    if (index > 0 && returnsPromise(fact)) looksAsync = fact.name ?? looksAsync;
  }
  return { ...(looksAsync !== undefined && { looksAsync }), ...(together !== undefined && { together }) };
}

function returnsPromise({ isAsync, returnTypeNames }: FunctionFact): boolean {
  return isAsync === true || returnTypeNames?.[0] === "Promise";
}

/** Whether the function awaits something before it comes to the offset; not what is computed there. */
function waitsBefore({ calls }: FileFacts, { id, awaits = [] }: FunctionFact, offset: number): boolean {
  const around = calls
    .filter(({ function: owner, isAwaited, span }) => owner === id && isAwaited === true && span.start <= offset)
    .filter(({ span }) => offset < span.end)
    .map(({ span }) => awaits.findLast((at) => at <= span.start));
  return awaits.some((at) => at <= offset && !around.includes(at));
}

/** `Promise.all` in `Promise.all(passwords.map((password) => digest(password)))`, for the inner function. */
function combinedBy({ file, id }: FunctionRef): string | undefined {
  const { calls, functions, mentions } = file.facts;
  const site = functions[id]?.site;
  const iteration = site?.to === "argument" ? calls[site.call] : undefined;
  const combination = iteration?.site.to === "argument" ? calls[iteration.site.call] : undefined;
  const callee = combination?.callee;
  const member = callee === undefined ? undefined : mentions[callee];
  if (callee === undefined || !member || !COMBINING.has(member.name)) return undefined;
  const receiver = mentions[receiverOf(file, callee) ?? -1];
  return receiver?.name === "Promise" ? `Promise.${member.name}` : undefined;
}
