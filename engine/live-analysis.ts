/** Keeps an analysis true while its project changes: after edits that the search would not notice, places only move. */
import { analysisAndSight, knowledgeFor, problemsOf, type AnalysisProcess } from "./analysis.js";
import { positionOf } from "./facts/position.js";
import { isWithin, movedSpan } from "./facts/replaced.js";
import { Sight } from "./paths/sight.js";
import type { Difference, Edit, Project } from "./project.js";
import { rules } from "./rules/declarations.js";
import { failuresIn } from "./rules/failure.js";
import type { Analysis } from "./rules/finding.js";
import type { RuleDeclaration } from "./rules/rule.js";

export class LiveAnalysis {
  readonly #rules: readonly RuleDeclaration[];
  #known: { readonly project: Project; readonly analysis: Analysis; readonly sight: Sight } | undefined;

  /** @param declarations of the rules; all by default */
  constructor(declarations = rules) {
    this.#rules = declarations;
  }

  /**
   * The analysis of a project, one batch of questions at a time; what is given up on the way is begun anew.
   *
   * @param difference how the project came from an earlier one
   */
  *of(project: Project, difference?: Difference): AnalysisProcess<Analysis> {
    const known = this.#known;
    if (known?.project === project) return known.analysis;
    this.#known = undefined;
    if (known && difference?.from === known.project && difference.to === project) {
      const followed = afterEdits(known, difference.edits, project);
      if (followed) {
        const analysis = { ...followed, problems: problemsOf(project) };
        this.#known = { project, analysis, sight: known.sight };
        return analysis;
      }
    }
    const found = yield* analysisAndSight(project, this.#rules);
    // What has failed once may not fail again.
    if (failuresIn(found.analysis.problems).length === 0) this.#known = { project, ...found };
    return found.analysis;
  }
}

/** An analysis to be followed in another process. Plain JSON. */
export interface AnalysisRecord {
  readonly analysis: Analysis;
  /** The names that the search looked up. */
  readonly names: readonly string[];
}

/** Analyses a project so that {@link analysisAfter} can follow it. */
export function recordedAnalysis(project: Project): AnalysisRecord {
  const process = analysisAndSight(project);
  let step = process.next();
  while (step.done !== true) step = process.next(project.oracle.ask(step.value));
  const { analysis, sight } = step.value;
  return { analysis, names: [...sight.names] };
}

/**
 * The analysis after edits that change no answer, its problems as they were.
 *
 * @param configurations of the project, which have not changed
 * @returns undefined when the search would have noticed an edit
 */
export function analysisAfter(
  { analysis, names }: AnalysisRecord,
  edits: readonly Edit[],
  configurations: Project["configurations"] = [],
): Analysis | undefined {
  if (edits.length === 0) return analysis;
  const sight = new Sight(new Set(names), knowledgeFor({ configurations }));
  return afterEdits({ analysis, sight }, edits, { configurations });
}

function afterEdits(
  { analysis, sight }: { readonly analysis: Analysis; readonly sight: Sight },
  edits: readonly Edit[],
  project: Pick<Project, "configurations">,
): Analysis | undefined {
  const isNoticed = edits.some((edit) => isSpokenOf(project, edit) || sight.reaches(edit));
  return isNoticed ? undefined : edits.reduce(moved, analysis);
}

/** Whether the configuration may name functions of the file. */
function isSpokenOf({ configurations = [] }: Pick<Project, "configurations">, { after }: Edit): boolean {
  return configurations.some((configuration) => JSON.stringify(configuration).includes(after.path));
}

/** The analysis with every place where it is after the edit. */
function moved(analysis: Analysis, edit: Edit): Analysis {
  const { findings, unusedSuppressions, routes, stats } = analysis;
  const { functions, calls } = countsOf(edit);
  return {
    ...analysis,
    findings: movedItems(findings, edit, mentions),
    unusedSuppressions: movedItems(unusedSuppressions, edit, mentions),
    routes: movedItems(routes, edit, mentions),
    stats: { ...stats, functions: stats.functions + functions, calls: stats.calls + calls },
  };
}

function countsOf({ before, after }: Edit): { readonly functions: number; readonly calls: number } {
  return {
    functions: after.facts.functions.length - before.facts.functions.length,
    calls: after.facts.calls.length - before.facts.calls.length,
  };
}

/** Moves whatever has a place in the file; all else stays the same object. Nothing is made for what stays. */
function movedIn<T>(value: T, edit: Edit): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return movedItems(value as readonly unknown[], edit) as T;
  const record = value as Readonly<Record<string, unknown>>;
  const { file, start, end, function: id } = record;
  if (typeof file === "string") {
    if (file !== edit.after.path) return value;
    if (typeof start === "number" && typeof end === "number") return { ...value, ...placeAfter(edit, start, end) };
    if (typeof id === "number") return { ...value, function: functionAfter(edit, id) };
  }
  let copy: Record<string, unknown> | undefined;
  for (const name in record) {
    const item = record[name];
    const after = movedIn(item, edit);
    if (after !== item) (copy ??= { ...record })[name] = after;
  }
  return (copy ?? value) as T;
}

function movedItems<T>(
  items: readonly T[],
  edit: Edit,
  mayMove: (item: T, file: string) => boolean = () => true,
): readonly T[] {
  let copy: T[] | undefined;
  for (const [index, item] of items.entries()) {
    if (!mayMove(item, edit.after.path)) continue;
    const after = movedIn(item, edit);
    if (after !== item) (copy ??= [...items])[index] = after;
  }
  return copy ?? items;
}

/** The files that an item has places in: most items stay as they are from one edit to the next. */
const filesOf = new WeakMap<object, ReadonlySet<string>>();

/** A large server has a hundred thousand places, few of them in the file that is edited. */
function mentions(item: object, file: string): boolean {
  let files = filesOf.get(item);
  if (!files) {
    const found = new Set<string>();
    collectFiles(item, found);
    filesOf.set(item, (files = found));
  }
  return files.has(file);
}

function collectFiles(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const { file } = value as Readonly<Record<string, unknown>>;
  if (typeof file === "string") into.add(file);
  for (const item of Object.values(value)) collectFiles(item, into);
}

function placeAfter({ replaced, after }: Edit, start: number, end: number): object {
  const span = movedSpan({ start, end }, replaced) ?? { start, end };
  const [from, to] = [positionOf(after.facts.lineStarts, span.start), positionOf(after.facts.lineStarts, span.end)];
  return { ...span, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function functionAfter({ replaced, before, after }: Edit, id: number): number {
  const start = before.facts.functions[id]?.span.start ?? 0;
  const by = after.facts.functions.length - before.facts.functions.length;
  return id === 0 || start < replaced.before.start || isWithin(start, replaced.before) ? id : id + by;
}
