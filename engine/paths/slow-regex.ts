/** Regular expressions for which the time grows faster than the text: by their structure, without running them. */
import { analyse } from "scslre";
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { Growth } from "../catalogue/row.js";

/** Longer patterns are not looked at: nearly all are shorter, and the analysis takes longer the longer they are. */
const MAX_LENGTH = 1_000;
/** As it is shown in messages. */
const MAX_SHOWN = 60;

const known = new Map<string, CatalogueMatch | undefined>();

/** What to report of a regular expression; undefined where its time grows with the text's length only, or nobody can tell. */
export function slowRegex(pattern: string, flags: string): CatalogueMatch | undefined {
  const key = `${flags}/${pattern}`;
  if (!known.has(key)) known.set(key, matchOf(pattern, flags));
  return known.get(key);
}

/** How fast the time grows; undefined when it is linear, or the pattern cannot be read. */
export function growthOf(pattern: string, flags: string): Growth | undefined {
  if (pattern.length > MAX_LENGTH) return undefined;
  try {
    const { reports } = analyse({ source: pattern, flags }, { maxReports: 4 });
    if (reports.some(({ exponential }) => exponential)) return "exponential";
    if (reports.some(({ type }) => type !== "Move")) return "polynomial";
    return reports.length > 0 ? "shift" : undefined;
  } catch {
    // Syntax that the parser does not know yet.
    return undefined;
  }
}

function matchOf(pattern: string, flags: string): CatalogueMatch | undefined {
  const growth = growthOf(pattern, flags);
  if (growth === undefined) return undefined;
  const shown = pattern.length > MAX_SHOWN ? `${pattern.slice(0, MAX_SHOWN)}…` : pattern;
  return {
    module: "",
    row: {
      member: `/${shown}/${flags}`,
      kind: "regex",
      cost: {
        tier: growth === "exponential" ? 3 : 2,
        source: "estimated",
        of: "a text of some 10,000 characters made for it",
      },
      growth,
      note: "Test the length of the text first, or rewrite the expression so that no two repetitions can match the same.",
    },
    rest: [],
    regex: { pattern, flags },
  };
}
