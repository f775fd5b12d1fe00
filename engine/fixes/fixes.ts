/** Fixes for findings: of one, or of several together. */
import type { TagName } from "../facts/facts.js";
import type { Project } from "../project.js";
import type { FileRewrite, Reach, Rewrite } from "../rewriter.js";
import type { Finding } from "../rules/finding.js";
import { awaitInPlace } from "./await-in-place.js";
import { awaitThroughCallers } from "./await-through-callers.js";
import { applyEdits, type FileEdits, type Fix, type FixLevel, isRefusal, type Plan, type Refusal } from "./fix.js";
import { hoist } from "./hoist.js";
import { letOthersRun } from "./let-others-run.js";
import { offload } from "./offload.js";

type Source = Pick<Project, "rewriter">;

/**
 * The fix of one finding.
 *
 * @param project the one that the finding was found in, unchanged
 */
export function fixOf(project: Source, finding: Finding, level: FixLevel): Fix | Refusal {
  const plan = planOf(project, finding, level);
  if (isRefusal(plan)) return plan;
  const files = rewritten(project, plan.files);
  if (typeof files === "string") return { reason: files };
  const error = newError(project, files, reachOf(level));
  if (error !== undefined) return { reason: error };
  const cautions = [...(project.rewriter?.cautions(plan.files) ?? []), ...(plan.notes ?? [])];
  return { title: plan.title, files, cautions };
}

/**
 * What the fix of a finding would be called, or why there is none, as far as that is known without asking the type
 * checker about the result.
 */
export function fixTitle(project: Source, finding: Finding, level: FixLevel): Pick<Fix, "title"> | Refusal {
  const plan = planOf(project, finding, level);
  if (isRefusal(plan)) return plan;
  const files = rewritten(project, plan.files);
  return typeof files === "string" ? { reason: files } : { title: plan.title };
}

/**
 * A tag on the function around the call, by which a person says what nobody can read from the code: that it is start-up
 * code, or that it does not block.
 */
export function tagFix(project: Source, finding: Finding, tag: TagName): Fix | Refusal {
  const { file, start, end } = finding.location;
  const files = rewritten(project, [{ file, rewrites: [{ rewrite: "tag-function", around: { start, end }, tag }] }]);
  if (typeof files === "string") return { reason: files };
  const name = finding.within === "" ? "the function" : finding.within;
  return { title: TAG_TITLES[tag](name), files, cautions: [] };
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
  readonly cautions: readonly string[];
}

/**
 * Fixes all that can be fixed at once. What they share, such as an import or a caller, is changed once.
 *
 * @param project the one that the findings were found in, unchanged
 */
export function fixAll(project: Source, findings: readonly Finding[], level: FixLevel): CombinedFix {
  const planned: Planned[] = [];
  const refused: CombinedFix["refused"][number][] = [];
  for (const finding of findings) {
    const plan = planOf(project, finding, level);
    if (isRefusal(plan)) refused.push({ finding, refusal: plan });
    else planned.push({ finding, plan });
  }
  const combined = combine(project, planned);
  const reach = reachOf(level);
  // The type checker is asked once for all; only when it complains, it is asked which ones it is about.
  if (newError(project, combined.files, reach) === undefined) {
    return { ...combined, refused: [...refused, ...combined.refused] };
  }
  const { fitting, errors } = checked(project, [], planned, reach);
  const fit = combine(project, fitting);
  return { ...fit, refused: [...refused, ...errors, ...fit.refused] };
}

interface Planned {
  readonly finding: Finding;
  readonly plan: Plan;
}

/** Halves what is left until only those are refused that bring an error in. */
function checked(
  project: Source,
  before: readonly Planned[],
  planned: readonly Planned[],
  reach: Reach,
): { readonly fitting: readonly Planned[]; readonly errors: CombinedFix["refused"] } {
  const reason = newError(project, combine(project, [...before, ...planned]).files, reach);
  if (reason === undefined) return { fitting: [...before, ...planned], errors: [] };
  const [first, ...others] = planned;
  if (!first) return { fitting: before, errors: [] };
  if (others.length === 0) return { fitting: before, errors: [{ finding: first.finding, refusal: { reason } }] };
  const middle = Math.ceil(planned.length / 2);
  const left = checked(project, before, planned.slice(0, middle), reach);
  const right = checked(project, left.fitting, planned.slice(middle), reach);
  return { fitting: right.fitting, errors: [...left.errors, ...right.errors] };
}

function combine(project: Source, planned: readonly Planned[]): CombinedFix {
  const fixed: { finding: Finding; title: string }[] = [];
  const refused: { finding: Finding; refusal: Refusal }[] = [];
  const requests = new Map<string, readonly Rewrite[]>();
  const files = new Map<string, FileEdits>();
  const notes = new Set<string>();
  for (const { finding, plan } of planned) {
    const together = plan.files.map(({ file, rewrites }) => {
      return { file, rewrites: union(requests.get(file) ?? [], rewrites) };
    });
    const edits = rewritten(project, together);
    if (typeof edits === "string") {
      refused.push({ finding, refusal: { reason: edits } });
      continue;
    }
    fixed.push({ finding, title: plan.title });
    for (const note of plan.notes ?? []) notes.add(note);
    for (const { file, rewrites } of together) requests.set(file, rewrites);
    for (const each of edits) files.set(each.file, each);
  }
  const all = [...requests].map(([file, rewrites]) => ({ file, rewrites }));
  const cautions = [...(project.rewriter?.cautions(all) ?? []), ...notes];
  return { files: [...files.values()], fixed, refused, cautions };
}

/** How far a fix may be noticed: a local one changes no type that other files see. */
function reachOf(level: FixLevel): Reach {
  return level === "local" || level === "yield" ? "file" : "importers";
}

function planOf(project: Source, finding: Finding, level: FixLevel): Plan | Refusal {
  return finding.builds === undefined ? PLANS[level](project, finding) : hoist(finding, finding.builds);
}

const PLANS: Readonly<Record<FixLevel, (project: Source, finding: Finding) => Plan | Refusal>> = {
  local: (_, finding) => awaitInPlace(finding),
  transitive: (project, finding) => awaitThroughCallers(project, finding),
  public: (project, finding) => awaitThroughCallers(project, finding, { mayChangeOffer: true }),
  offload,
  yield: (_, finding) => letOthersRun(finding),
};

/** @returns the edits, or why there are none */
function rewritten({ rewriter }: Source, requests: readonly FileRewrite[]): readonly FileEdits[] | string {
  if (!rewriter) return "This source can only be read.";
  const answers = rewriter.rewrite(requests);
  const files: FileEdits[] = [];
  const others = new Map<string, FileEdits>();
  for (const [index, { file }] of requests.entries()) {
    const answer = answers[index];
    if (answer?.is !== "edits") return answer?.reason ?? "This source can only be read.";
    files.push({ file, edits: answer.edits });
    // Several files may need the same one: each asks for the same of it.
    for (const other of answer.others ?? []) others.set(other.file, other);
  }
  return [...files, ...others.values()];
}

/** What the compiler has against it. */
function newError({ rewriter }: Source, files: readonly FileEdits[], reach: Reach): string | undefined {
  const texts = new Map<string, string>();
  for (const { file, edits, isNew = false } of files) {
    const text = isNew ? "" : rewriter?.textOf(file);
    if (text !== undefined) texts.set(file, applyEdits(text, edits));
  }
  const [error] = rewriter?.newErrors(texts, reach) ?? [];
  return error === undefined ? undefined : `It would not type-check: ${error}`;
}

/** What either asks for, once. */
function union(some: readonly Rewrite[], more: readonly Rewrite[]): readonly Rewrite[] {
  return [...new Map([...some, ...more].map((rewrite) => [JSON.stringify(rewrite), rewrite])).values()];
}
