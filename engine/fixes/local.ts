/** The fix that changes no signature: a call in an asynchronous function awaits its twin. */
import type { Project } from "../project.js";
import type { Finding } from "../rules/finding.js";
import type { TextEdit } from "../rewriter.js";

export type FixLevel = "local";

/** What to change, and what a person calls it. */
export interface Fix {
  readonly level: FixLevel;
  /** In the imperative: `Await fs.promises.readFile`. */
  readonly title: string;
  readonly files: readonly FileEdits[];
}

export interface FileEdits {
  readonly file: string;
  /** In order, without overlaps. */
  readonly edits: readonly TextEdit[];
}

/** Why a fix is not offered, as a sentence for a person. */
export interface Refusal {
  readonly level: FixLevel;
  readonly reason: string;
}

/** @param project the one that the finding was found in, unchanged */
export function localFix({ rewriter }: Project, { identity, twin, location, callee }: Finding): Fix | Refusal {
  const level = "local";
  if (!twin) return { level, reason: `${callee} has no asynchronous form: it belongs on another thread.` };
  const { file, start, end } = location;
  const [module, member] = splitAt(identity, identity.indexOf("#"));
  const request = { rewrite: "await-twin", file, call: { start, end }, module, member, twin } as const;
  const [answer] = rewriter?.rewrite([request]) ?? [];
  if (!answer) return { level, reason: "This source can only be read." };
  if (answer.is === "refused") return { level, reason: answer.reason };
  return { level, title: `Await ${nameOf(twin)}`, files: [{ file, edits: answer.edits }] };
}

export function isRefusal(fix: Fix | Refusal): fix is Refusal {
  return "reason" in fix;
}

/** @param edits in order, without overlaps */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return result + text.slice(end);
}

function nameOf({ module, member }: { readonly module: string; readonly member: string }): string {
  return `${module.replace(/^node:/u, "").replaceAll("/", ".")}.${member}`;
}

function splitAt(text: string, index: number): [string, string] {
  return [text.slice(0, index), text.slice(index + 1)];
}
