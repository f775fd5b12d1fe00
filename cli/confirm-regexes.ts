/** `check --confirm-regexes`: runs the expressions of what it is about to report, on texts that are made for them. */
import { type Analysis, type Selection, withConfirmedRegexes } from "@loopguard/engine";
import type { Engine } from "./engine.js";
import { type Environment, UsageError } from "./environment.js";

/**
 * The analysis with what was measured of the expressions in it.
 *
 * @throws UsageError when recheck, which makes the texts, is not installed
 */
export async function confirmRegexes(
  analysis: Analysis,
  selection: Selection,
  engine: Engine,
  { openRegexConfirmer }: Environment,
): Promise<Analysis> {
  const shown = analysis.findings.filter((finding) => engine.isSelected(finding, selection));
  const regexes = shown.flatMap(({ regex }) => regex ?? []);
  if (regexes.length === 0) return analysis;
  const confirmer = await openRegexConfirmer();
  await confirmer.confirm(regexes);
  if (!confirmer.isAvailable)
    throw new UsageError("--confirm-regexes needs recheck: npm install --save-dev recheck installs it.");
  return { ...analysis, findings: withConfirmedRegexes(analysis.findings, confirmer.confirmationOf) };
}
