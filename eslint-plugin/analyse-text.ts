/** The blocking calls that one text shows by itself: written directly inside its async functions. */
import { analyse, type FileFacts, type Finding, type ProjectHost } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";

/**
 * Analyses a text as a project of one file: no other file is read, and no types are known.
 *
 * @param fileName its extension tells the language; text from elsewhere (`<input>`) is read as JavaScript
 */
export function analyseText(fileName: string, text: string): readonly Finding[] {
  // Most files have nothing to find, and reading one costs some milliseconds.
  if (!/\basync\b/.test(text)) return [];
  const path = `/${/[^/\\]+\.[cm]?[jt]sx?$/.exec(fileName)?.[0] ?? "input.js"}`;
  const project = openProject(hostOf(path, text), [path]);
  const facts = project.files.get(path)?.facts;
  if (facts === undefined) return [];
  return analyse(project).findings.filter((finding) => isDirectlyInAsync(facts, finding));
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
