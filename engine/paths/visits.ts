/** Visits: following a value into a function's parameter for the one caller that passed it. */
import type { FunctionId } from "../facts/facts.js";
import type { SourceFile, Visit } from "./graph.js";

/** The visit that a call makes when it passes a value to a function of the project. */
export function visitOf(file: SourceFile, id: FunctionId, call: Visit["call"], outer: Visit | undefined): Visit {
  const caller = `${call.file.path}#${String(call.fact.id)}${outer ? ` from ${outer.key}` : ""}`;
  const key = `${file.path}#${String(id)} from ${caller}`;
  return { key, file, function: id, call, ...(outer && { outer }) };
}

/** The innermost visit that a function belongs to: of the visited function itself, or one written inside it. */
export function visitAround(visit: Visit | undefined, file: SourceFile, id: FunctionId): Visit | undefined {
  return visitsOf(visit).find((candidate) => candidate.file === file && isInside(file, id, candidate.function));
}

/** A visit and those around it, innermost first. */
export function visitsOf(visit: Visit | undefined): Visit[] {
  const visits: Visit[] = [];
  for (let at = visit; at; at = at.outer) visits.push(at);
  return visits;
}

export function visitKey(visit: Visit | undefined): string {
  return visit ? ` in ${visit.key}` : "";
}

/** Whether a function is another one or is written inside it. Everything is inside the module. */
export function isInside(file: SourceFile, id: FunctionId, outer: FunctionId): boolean {
  for (let at = id; ; at = file.facts.functions[at]?.parent ?? 0) {
    if (at === outer) return true;
    if (at === 0) return false;
  }
}

/** The innermost function around an offset; 0 is the module. */
export function functionAround(file: SourceFile, offset: number): FunctionId {
  // Functions are listed in the order in which they begin, so the last one that spans it is the innermost.
  const found = file.facts.functions.findLast(
    ({ id, kind, span }) => id !== 0 && kind !== "field-initialiser" && span.start <= offset && offset < span.end,
  );
  return found?.id ?? 0;
}
