/** The findings that a team has accepted for now, as a text and as a comparison. `schema/baseline-v1.json` describes it. */
import { type Anchor, type Anchored, keyOf } from "./anchor.js";
import { UsageError } from "./environment.js";

export interface BaselineEntry extends Anchor {
  /** How many calls it stands for; equal calls in one function share an entry. 1 when absent. */
  readonly count?: number;
}

export interface Comparison {
  readonly fresh: readonly Anchored[];
  readonly known: readonly Anchored[];
  /** Entries of which no call, or not as many calls, are left. */
  readonly stale: readonly BaselineEntry[];
  /** The entries without what is stale. */
  readonly pruned: readonly BaselineEntry[];
}

/**
 * Holds findings against the baseline. Where there are more equal calls than an entry counts, the last are new.
 *
 * @param shown the findings to report
 * @param all every finding that no comment disables: what is merely not shown does not make an entry stale
 * @param isInScope whether the run would have found the entry's call
 */
export function compareWithBaseline(
  entries: readonly BaselineEntry[],
  shown: readonly Anchored[],
  all: readonly Anchored[],
  isInScope: (entry: BaselineEntry) => boolean,
): Comparison {
  const accepted = countsOf(entries.map((entry) => [keyOf(entry), entry.count ?? 1]));
  const present = countsOf(all.map(({ anchor }) => [keyOf(anchor), 1]));
  const left = new Map(accepted);
  const fresh: Anchored[] = [];
  const known: Anchored[] = [];
  for (const each of shown) {
    const key = keyOf(each.anchor);
    const remaining = left.get(key) ?? 0;
    left.set(key, remaining - 1);
    (remaining > 0 ? known : fresh).push(each);
  }
  const stale: BaselineEntry[] = [];
  const pruned: BaselineEntry[] = [];
  for (const entry of entries) {
    const count = entry.count ?? 1;
    const kept = isInScope(entry) ? Math.min(count, present.get(keyOf(entry)) ?? 0) : count;
    if (kept > 0) pruned.push(withCount(entry, kept));
    if (kept < count) stale.push(withCount(entry, count - kept));
  }
  return { fresh, known, stale, pruned };
}

/**
 * The entries that accept these findings.
 *
 * @param kept entries that stay whatever was found
 */
export function baselineOf(shown: readonly Anchored[], kept: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const counts = countsOf(shown.map(({ anchor }) => [keyOf(anchor), 1]));
  const anchors = new Map(shown.map(({ anchor }) => [keyOf(anchor), anchor]));
  return [...kept, ...[...anchors].map(([key, anchor]) => withCount(anchor, counts.get(key) ?? 1))];
}

/** A baseline as text: sorted, an entry per line, so that merges and reviews see one line per call. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = [...entries]
    .sort((a, b) => compareText(keyOf(a), keyOf(b)))
    .map((entry) => JSON.stringify(withCount(entry, entry.count ?? 1)));
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "version": ${String(VERSION)},\n  "findings": ${list}\n}\n`;
}

/**
 * Reads a baseline's text.
 *
 * @param name of the file, for people
 * @throws UsageError when it is no baseline
 */
export function parseBaseline(text: string, name: string): readonly BaselineEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `The baseline ${name} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (!isObject(content) || !Array.isArray(content["findings"])) {
    throw new UsageError(`${name} is no baseline: --update-baseline writes one.`);
  }
  if (content["version"] !== VERSION) {
    const version = JSON.stringify(content["version"]);
    throw new UsageError(`The baseline ${name} has version ${version}; this program reads version ${String(VERSION)}.`);
  }
  const entries: readonly unknown[] = content["findings"];
  const wrong = entries.findIndex((entry) => !isEntry(entry));
  if (wrong >= 0) throw new UsageError(`Entry ${String(wrong + 1)} of the baseline ${name} is incomplete.`);
  return entries as readonly BaselineEntry[];
}

const VERSION = 1;

function withCount(entry: BaselineEntry, count: number): BaselineEntry {
  const { file, within, rule, call, context, text } = entry;
  // One order of properties, whoever wrote the entry.
  return { file, within, rule, call, ...(context !== undefined && { context }), text, ...(count > 1 && { count }) };
}

function countsOf(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [key, count] of pairs) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { count } = value;
  return (
    ["file", "within", "rule", "call", "text"].every((property) => typeof value[property] === "string") &&
    (count === undefined || (typeof count === "number" && Number.isInteger(count) && count > 0))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
