/** Fixes for findings: of one, or of several together. */
import type { TagName } from "../facts/facts.js";
import type { Project } from "../project.js";
import type { FileRewrite, Rewrite } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";
import { type FileEdits, type Fix, type FixLevel, isRefusal, type Plan, type Refusal } from "./fix.js";
import { awaitInPlace } from "./await-in-place.js";

/**
 * The fix of one finding.
 *
 * @param project the one that the finding was found in, unchanged
 */
export function fixOf(project: Pick<Project, "rewriter">, finding: Finding, level: FixLevel): Fix | Refusal {
  const plan = planOf(finding, level);
  if (isRefusal(plan)) return plan;
  const files = rewritten(project, plan.files);
  return typeof files === "string" ? { reason: files } : { title: plan.title, files };
}

/**
 * A tag on the function around the call, by which a person says what nobody can read from the code: that it is start-up
 * code, or that it does not block.
 */
export function tagFix(project: Project, finding: Finding, tag: TagName): Fix | Refusal {
  const { file, start, end } = finding.location;
  const files = rewritten(project, [{ file, rewrites: [{ rewrite: "tag-function", around: { start, end }, tag }] }]);
  const name = finding.within === "" ? "the function" : finding.within;
  return typeof files === "string" ? { reason: files } : { title: TAG_TITLES[tag](name), files };
}

const TAG_TITLES: Readonly<Record<TagName, (name: string) => string>> = {
  startup: (name) => `Mark ${name} as start-up code`,
  nonblocking: (name) => `Mark ${name} as not blocking`,
  blocking: (name) => `Mark ${name} as blocking`,
};

/** The fixes of several findings as one: what to change, and what was left alone. */
export interface CombinedFix {
  readonly files: readonly FileEdits[];
  readonly fixed: readonly { readonly finding: Finding; readonly title: string }[];
  readonly refused: readonly { readonly finding: Finding; readonly refusal: Refusal }[];
}

/**
 * Fixes all that can be fixed at once. What they share, such as an import, is changed once.
 *
 * @param project the one that the findings were found in, unchanged
 */
export function fixAll(project: Project, findings: readonly Finding[], level: FixLevel): CombinedFix {
  const fixed: { finding: Finding; title: string }[] = [];
  const refused: { finding: Finding; refusal: Refusal }[] = [];
  const requests = new Map<string, readonly Rewrite[]>();
  const files = new Map<string, FileEdits>();
  for (const finding of findings) {
    const plan = planOf(finding, level);
    if (isRefusal(plan)) {
      refused.push({ finding, refusal: plan });
      continue;
    }
    const together = plan.files.map(({ file, rewrites }) => {
      return { file, rewrites: union(requests.get(file) ?? [], rewrites) };
    });
    const edits = rewritten(project, together);
    if (typeof edits === "string") {
      refused.push({ finding, refusal: { reason: edits } });
      continue;
    }
    fixed.push({ finding, title: plan.title });
    for (const { file, rewrites } of together) requests.set(file, rewrites);
    for (const each of edits) files.set(each.file, each);
  }
  return { files: [...files.values()], fixed, refused };
}

const PLANS: Readonly<Record<FixLevel, (finding: Finding) => Plan | Refusal>> = { local: awaitInPlace };

function planOf(finding: Finding, level: FixLevel): Plan | Refusal {
  return PLANS[level](finding);
}

/** @returns the edits, or why there are none */
function rewritten(
  { rewriter }: Pick<Project, "rewriter">,
  requests: readonly FileRewrite[],
): readonly FileEdits[] | string {
  if (!rewriter) return "This source can only be read.";
  const answers = rewriter.rewrite(requests);
  const files: FileEdits[] = [];
  for (const [index, { file }] of requests.entries()) {
    const answer = answers[index];
    if (answer?.is !== "edits") return answer?.reason ?? "This source can only be read.";
    files.push({ file, edits: answer.edits });
  }
  return files;
}

/** What either asks for, once. */
function union(some: readonly Rewrite[], more: readonly Rewrite[]): readonly Rewrite[] {
  return [...new Map([...some, ...more].map((rewrite) => [JSON.stringify(rewrite), rewrite])).values()];
}
