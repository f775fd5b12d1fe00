/** Holds findings against what is expected of them. Pure: no files, no processes. */
import type { Site } from "./cases.js";

interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A site and what was reported there. */
export interface Judged<S extends Site, F extends Placed> {
  readonly site: S;
  readonly found?: F;
}

/**
 * Pairs each site with the finding on its line; where a line has several, in their order on the line.
 *
 * @returns one entry per site, in the sites' order
 */
export function pairSites<S extends Site, F extends Placed>(
  sites: readonly S[],
  findings: readonly F[],
): readonly Judged<S, F>[] {
  const left = new Set([...findings].sort((a, b) => a.column - b.column));
  return sites.map((site) => {
    const found = [...left].find((finding) => finding.file === site.file && finding.line === site.line);
    if (!found) return { site };
    left.delete(found);
    return { site, found };
  });
}

/**
 * The findings that show that a fixed call is still reported after the fix. Lines move, so it is recognised by
 * its file and by the text of the reported line.
 *
 * @param lineText the text of a line after the fix
 */
export function stillReported<F extends Placed>(
  site: Site,
  findings: readonly F[],
  lineText: (file: string, line: number) => string,
): readonly F[] {
  return findings.filter(
    (finding) => finding.file === site.file && lineText(finding.file, finding.line).includes(`${site.call}(`),
  );
}
