/** What hosts show: presets, and the selection of findings by confidence, cost and context. */
import { isAtLeast } from "../paths/graph.js";
import type { Analysis, Finding, Selection } from "./finding.js";

export const presets: Readonly<Record<"recommended" | "strict", Selection>> = {
  recommended: { confidence: "definite", minCost: 1, contexts: ["loop"] },
  strict: { confidence: "probable", minCost: 0, contexts: ["loop"] },
};

/** The findings to show, in order of file and position. Suppressed ones are left out. */
export function selectFindings(analysis: Pick<Analysis, "findings">, selection: Selection): readonly Finding[] {
  return analysis.findings.filter((finding) => !finding.suppressed && isSelected(finding, selection));
}

/** Whether a finding passes the selection, suppressed or not. */
export function isSelected(finding: Finding, { confidence, minCost, contexts, rules }: Selection): boolean {
  if (!contexts.includes(finding.context)) return false;
  if (rules && !rules.includes(finding.rule)) return false;
  // Confidence says how sure it is that the loop waits; elsewhere nobody waits.
  if (finding.context === "loop" && !isAtLeast(finding.confidence, confidence)) return false;
  return finding.cost.tier >= minCost || finding.isInLoop;
}
