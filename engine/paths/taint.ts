/** Whether the input of a blocking call is what a client sent: back along a route, from argument to parameter. */
import { sentData, type SentData } from "../entrypoints/request-data.js";
import type { CallFact, CallId, OriginFact } from "../facts/facts.js";
import type { Route, RouteHop } from "./callers.js";
import type { SourceFile } from "./graph.js";
import { isFetched, MAX_CALLS, passedAs } from "./senders.js";

/**
 * What each part of the input is, on the way from the route's entry point: something that a client sent, or that was
 * fetched. Undefined where a part is neither.
 */
export function sentAlong(
  route: Route,
  file: SourceFile,
  input: readonly (readonly OriginFact[])[],
): readonly SentData[] | undefined {
  const parts = input.map((origins) => {
    const found = origins.flatMap((origin) => ofOrigin(route, file, origin, route.hops.length - 1, MAX_CALLS) ?? []);
    return found.find(({ isFetched: is }) => is !== true) ?? found[0];
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
}

/** @param hop the index of the function in which the origin was found */
function ofOrigin(
  route: Route,
  file: SourceFile,
  origin: OriginFact,
  hop: number,
  calls: number,
): SentData | undefined {
  if (origin.is !== "parameter") return fetched(file, origin.call);
  // Callbacks are hops of their own, and see the parameters of the functions around them.
  let index = hop;
  while (index >= 0 && !holds(route, index, file, origin.function)) index--;
  const at = route.hops[index];
  if (!at) return undefined;
  if (index === 0) {
    const fact = file.facts.functions[origin.function];
    const parameter = fact?.parameters[origin.index];
    return sentData(route.entry.kind, parameter?.name, origin.member);
  }
  const call = at.at && callAt(at.at);
  if (!at.at || !call || calls === 0) return undefined;
  for (const outer of passedAs(at.at.file, call, origin)) {
    const found = ofOrigin(route, at.at.file, outer, index - 1, calls - 1);
    if (found) return found;
  }
  return undefined;
}

function fetched({ facts }: SourceFile, id: CallId): SentData | undefined {
  const call = facts.calls[id];
  const callee = call?.callee === undefined ? undefined : facts.mentions[call.callee]?.name;
  return isFetched(call)
    ? { path: `the result of ${callee ?? "a call"}`, isInHead: false, isFetched: true }
    : undefined;
}

/** Whether the hop enters the function whose parameter it is. */
function holds(route: Route, index: number, file: SourceFile, id: number): boolean {
  const ref = route.hops[index]?.function;
  return ref?.file === file && ref.id === id;
}

/** The call that stands there; what reads a property or passes a function on stands elsewhere than its call. */
function callAt({ file, span: { start, end }, call }: NonNullable<RouteHop["at"]>): CallFact | undefined {
  const { calls } = file.facts;
  const isThere = ({ span }: CallFact): boolean => span.start === start && span.end === end;
  const known = call === undefined ? undefined : calls[call];
  return known && isThere(known) ? known : calls.find(isThere);
}
