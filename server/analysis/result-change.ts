/** What is sent of a result: what is not as in the one that was sent before it. */
import type { FunctionOutline } from "./functions.js";
import type { AnalysisResult } from "./messages.js";

/** Parts of a result that are mostly the same from one to the next. */
type Lists = "findings" | "unusedSuppressions" | "routes";

export interface ResultChange extends Omit<AnalysisResult, Lists | "functions"> {
  readonly lists: { readonly [Name in Lists]: ListChange<AnalysisResult[Name][number]> };
  readonly functions: {
    readonly files: readonly string[];
    readonly changed: Readonly<Record<string, readonly FunctionOutline[]>>;
  };
}

interface ListChange<T> {
  readonly length: number;
  /** Items that are not the same object as before, by their index. */
  readonly changed: readonly (readonly [number, T])[];
}

/** @param previous the result that was sent before; what it has in common is the same objects */
export function changeOf(result: AnalysisResult, previous: AnalysisResult | undefined): ResultChange {
  const { findings, unusedSuppressions, routes, functions, ...rest } = result;
  const changed = Object.entries(functions).filter(([file, outlines]) => previous?.functions[file] !== outlines);
  return {
    ...rest,
    lists: {
      findings: listChange(findings, previous?.findings),
      unusedSuppressions: listChange(unusedSuppressions, previous?.unusedSuppressions),
      routes: listChange(routes, previous?.routes),
    },
    functions: { files: Object.keys(functions), changed: Object.fromEntries(changed) },
  };
}

/** The whole result, on the other side. */
export function applyChange(change: ResultChange, previous: AnalysisResult | undefined): AnalysisResult {
  const { lists, functions, ...rest } = change;
  return {
    ...rest,
    findings: changedList(lists.findings, previous?.findings),
    unusedSuppressions: changedList(lists.unusedSuppressions, previous?.unusedSuppressions),
    routes: changedList(lists.routes, previous?.routes),
    functions: Object.fromEntries(
      functions.files.map((file) => [file, functions.changed[file] ?? previous?.functions[file] ?? []]),
    ),
  };
}

function listChange<T>(items: readonly T[], previous: readonly T[] = []): ListChange<T> {
  const changed = items.flatMap((item, index) => (item === previous[index] ? [] : [[index, item] as const]));
  return { length: items.length, changed };
}

/** The list itself where nothing is different, so that whoever made something of it sees that at a glance. */
function changedList<T>({ length, changed }: ListChange<T>, previous: readonly T[] = []): readonly T[] {
  if (changed.length === 0 && length === previous.length) return previous;
  const items = previous.slice(0, length);
  for (const [index, item] of changed) items[index] = item;
  return items;
}
