/** Which findings are shown, and how many are not: silence must never be mistaken for safety. */
import type { Analysis, Confidence, Context, Finding, Selection } from "@loopguard/engine";
import type { Engine } from "./engine.js";
import { grouped } from "./wording.js";

export interface SelectionOptions {
  readonly preset?: "recommended" | "strict";
  readonly confidence?: Confidence;
  readonly minCost?: Selection["minCost"];
  readonly context?: readonly Context[];
}

/** From most to least certain. */
export const CONFIDENCES: readonly Confidence[] = ["definite", "probable", "possible"];
export const ALL_CONTEXTS: readonly Context[] = ["loop", "startup", "once", "worker", "script", "unknown"];

/**
 * The preset with what was asked for put over it.
 *
 * @param configured by the project itself: counts where no preset is asked for
 */
export function selectionOf(
  options: SelectionOptions,
  configured: Analysis["configured"],
  presets: Engine["presets"],
): Selection {
  const preset = options.preset === undefined ? { ...presets.recommended, ...configured } : presets[options.preset];
  return {
    ...preset,
    confidence: options.confidence ?? preset.confidence,
    minCost: options.minCost ?? preset.minCost,
    contexts: options.context ?? preset.contexts,
  };
}

/**
 * Says how many findings of the same contexts are left out, and which options show them:
 * `9 more below the threshold: --min-cost 0`. Empty when there are none.
 */
export function leftOut(
  analysis: Analysis,
  selection: Selection,
  selectFindings: Engine["selectFindings"],
): readonly string[] {
  const shown = (changes: Partial<Selection>): number => selectFindings(analysis, { ...selection, ...changes }).length;
  const base = shown({});
  const reasons: string[] = [];

  const cheaper = shown({ minCost: 0 }) - base;
  if (cheaper > 0) reasons.push(`${grouped(cheaper)} more below the threshold: --min-cost 0`);

  let lessCertain = 0;
  for (const confidence of CONFIDENCES.slice(CONFIDENCES.indexOf(selection.confidence) + 1)) {
    const more = shown({ confidence }) - base;
    if (more > lessCertain) reasons.push(`${grouped(more)} less certain: --confidence ${confidence}`);
    lessCertain = more;
  }

  const both = shown({ minCost: 0, confidence: "possible" }) - base - cheaper - lessCertain;
  if (both > 0) reasons.push(`${grouped(both)} both: --min-cost 0 --confidence possible`);

  const suppressed = suppressedFindings(analysis, selection, selectFindings).length;
  if (suppressed > 0) reasons.push(`${grouped(suppressed)} disabled by comments`);
  return reasons;
}

/** The findings that would be shown if no comment disabled them. */
function suppressedFindings(
  analysis: Analysis,
  selection: Selection,
  selectFindings: Engine["selectFindings"],
): readonly Finding[] {
  const findings = analysis.findings.flatMap(({ suppressed, ...finding }) => (suppressed ? [finding] : []));
  return selectFindings({ ...analysis, findings }, selection);
}
