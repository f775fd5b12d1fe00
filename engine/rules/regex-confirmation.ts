/** What running a regular expression shows, which hosts may do beside the analysis, put into what is reported of it. */
import { tierOf } from "../catalogue/cost.js";
import type { RegexSource } from "../catalogue/lookup.js";
import type { BlockingPath, Finding } from "./finding.js";

export type RegexConfirmation =
  /** It was run on a text that was made for it. */
  | {
      readonly is: "slow";
      /** The text, as an expression of JavaScript: `"0".repeat(20000) + "!"`. */
      readonly text: string;
      /** Length of the text, in UTF-16 code units. */
      readonly length: number;
      /** In milliseconds. */
      readonly ms: number;
    }
  /** There is no text that it takes long for, as far as anybody can tell. */
  | { readonly is: "quick" };

/**
 * The findings with what is known by now of their expressions.
 *
 * @param confirmationOf undefined for an expression that nobody has run yet, or that nobody can tell of
 * @returns the same objects where there is nothing to add
 */
export function withConfirmedRegexes(
  findings: readonly Finding[],
  confirmationOf: (regex: RegexSource) => RegexConfirmation | undefined,
): readonly Finding[] {
  return findings.map((finding) => {
    const confirmation = finding.regex && confirmationOf(finding.regex);
    if (!confirmation) return finding;
    return confirmation.is === "slow" ? confirmed(finding, confirmation) : doubted(finding);
  });
}

function confirmed(finding: Finding, { text, length, ms }: Extract<RegexConfirmation, { is: "slow" }>): Finding {
  const took = `It took ${String(Math.round(ms))} ms for ${length.toLocaleString("en")} characters: ${text}.`;
  return {
    ...finding,
    cost: { tier: tierOf(ms), ms, of: `a text of ${length.toLocaleString("en")} characters`, source: "measured" },
    message: `${finding.message} ${took}`,
  };
}

function doubted(finding: Finding): Finding {
  return {
    ...finding,
    confidence: "possible",
    paths: finding.paths.map((path): BlockingPath => ({ ...path, confidence: "possible" })),
    message: `${finding.message} No text was found for which it takes long.`,
  };
}
