/** What a finding is known by from one run to the next, whatever is edited elsewhere: the blocking call, not its line. */
import { createHash } from "node:crypto";
import type { Analysis, Finding, ProjectHost } from "@loopguard/engine";
import { relativePath } from "./analyse-paths.js";

export interface Anchor {
  /** Relative, with forward slashes. */
  readonly file: string;
  /** The functions and classes around the call: `Accounts.verify`; empty at a module's top level. */
  readonly within: string;
  readonly rule: string;
  /** What is called, by its identity: `node:fs#readFileSync`. */
  readonly call: string;
  /** Why it runs, unless the event loop waits for it. */
  readonly context?: string;
  /** Hash of the call's text, layout left aside. */
  readonly text: string;
}

export interface Anchored {
  readonly finding: Finding;
  readonly anchor: Anchor;
  /** Tells calls with equal anchors apart: 0 for the first in its file. */
  readonly ordinal: number;
}

/** @param directory what the anchors' files are relative to */
export function anchorsOf(
  { findings }: Pick<Analysis, "findings">,
  host: ProjectHost,
  directory: string,
): readonly Anchored[] {
  const counts = new Map<string, number>();
  let text: { readonly file: string; readonly content: string | undefined } | undefined;
  return findings.map((finding) => {
    // Findings come file by file, so one file is held at a time.
    const { file } = finding.location;
    if (text?.file !== file) text = { file, content: host.readFile(file) };
    const anchor = anchorOf(finding, text.content ?? "", directory);
    const key = keyOf(anchor);
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return { finding, anchor, ordinal };
  });
}

/** Equal for equal anchors. */
export function keyOf({ file, within, rule, call, context, text }: Anchor): string {
  return [file, within, rule, call, context ?? "", text].join("\n");
}

/**
 * One short name for the call, for programs that track findings.
 *
 * @param root what names its file in every run: the repository's root
 */
export function fingerprintOf({ finding, anchor, ordinal }: Anchored, root: string): string {
  const file = relativePath(finding.location.file, root);
  return hashOf(`${keyOf({ ...anchor, file })}\n${String(ordinal)}`, 32);
}

function anchorOf(finding: Finding, content: string, directory: string): Anchor {
  const { location, context } = finding;
  return {
    file: relativePath(location.file, directory),
    within: finding.within,
    rule: finding.rule,
    call: finding.identity,
    ...(context !== "loop" && { context }),
    text: hashOf(withoutLayout(content.slice(location.start, location.end)), 16),
  };
}

/** A formatter may break lines, change quotes and add trailing commas without touching the call. */
function withoutLayout(text: string): string {
  return text
    .replaceAll(/\s+/gu, "")
    .replaceAll("'", '"')
    .replaceAll(/,(?=[)\]}])/gu, "");
}

function hashOf(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}
