/** Which methods a file's decorators decorate. */
import type { CallId, FunctionId, MentionId } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";

interface Decorations {
  /** By the decorator's name where it is not called, or by its call. */
  readonly named: ReadonlyMap<MentionId, FunctionId>;
  readonly called: ReadonlyMap<CallId, FunctionId>;
}

const decorations = new WeakMap<SourceFile, Decorations>();

/** The methods of the file by the decorators before them. */
export function decoratedMethods(file: SourceFile): Decorations {
  let known = decorations.get(file);
  if (!known) {
    const all = file.facts.functions.flatMap(({ id, decorators = [] }) => decorators.map((each) => ({ id, ...each })));
    known = {
      named: new Map(all.flatMap(({ id, mention, call }) => (call === undefined ? [[mention, id]] : []))),
      called: new Map(all.flatMap(({ id, call }) => (call === undefined ? [] : [[call, id]]))),
    };
    decorations.set(file, known);
  }
  return known;
}
