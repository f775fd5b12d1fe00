/** The analysis of one text by itself: no other file, no types. Safe to cache by the text alone. */
import { analyse } from "./analysis.js";
import type { FileFacts } from "./facts/facts.js";
import type { ProjectHost } from "./project.js";
import { failuresIn } from "./rules/failure.js";
import type { Finding } from "./rules/finding.js";
import { type Fix, isRefusal } from "./fixes/fix.js";
import { fixOf } from "./fixes/fixes.js";
import { openProject, rewriterOfText } from "./typescript/index.js";

/**
 * The blocking calls written directly in async functions of a text, as findings.
 *
 * @throws what a defect of the engine throws
 * @param fileName its extension tells the language; text from elsewhere (`<input>`) is read as JavaScript
 */
export function analyseText(fileName: string, text: string): readonly Finding[] {
  // Most files have nothing to find, and reading one costs some milliseconds.
  if (!/\basync\b/u.test(text)) return [];
  const path = `/${/[^/\\]+\.[cm]?[jt]sx?$/u.exec(fileName)?.[0] ?? "input.js"}`;
  const project = openProject(hostOf(path, text), [path]);
  const facts = project.files.get(path)?.facts;
  if (facts === undefined) return [];
  const { findings, problems } = analyse(project);
  const [failure] = failuresIn(problems);
  if (failure) {
    const [reason = ""] = failure.failure.error.split("\n");
    throw new Error(reason.replace(/^\w*Error: /u, ""), { cause: failure.failure.error });
  }
  return findings.filter((finding) => isDirectlyInAsync(facts, finding));
}

/**
 * The fix that changes this text alone, where there is one.
 *
 * @param text the one that the finding was found in
 */
export function fixInText(text: string, finding: Finding): Fix | undefined {
  const fix = fixOf({ rewriter: rewriterOfText(finding.location.file, text) }, finding, "local");
  return isRefusal(fix) ? undefined : fix;
}

function hostOf(path: string, text: string): ProjectHost {
  return {
    useCaseSensitiveFileNames: true,
    readFile: (file) => (file === path ? text : undefined),
    fileSize: (file) => (file === path ? text.length : undefined),
    fileExists: (file) => file === path,
    directoryExists: (directory) => directory === "/",
    listDirectory: () => ({ files: [path.slice(1)], directories: [] }),
    realpath: (file) => file,
  };
}

function isDirectlyInAsync({ functions }: FileFacts, { location }: Finding): boolean {
  const around = functions.filter(({ span }) => span.start <= location.start && location.end <= span.end);
  const innermost = around.reduce((inner, other) => (other.span.start >= inner.span.start ? other : inner));
  return innermost.isAsync === true;
}
