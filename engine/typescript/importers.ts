/** Whom a file's text concerns: the files whose names may stand for something in it. */
import type ts from "typescript";
import type { Project } from "../project.js";

/** Files, those that import them directly or through others, and those of which nobody knows what they import. */
export function importersOf({ files, tests }: Pick<Project, "files" | "tests">, paths: readonly string[]): Set<string> {
  const unread = new Set(tests);
  const importedBy = new Map<string, string[]>();
  const importers = new Set(paths);
  const queue = [...paths];
  for (const { path, imports } of files.values()) {
    // What a test imports is not known.
    if (!imports || imports.some((imported) => unread.has(imported))) {
      importers.add(path);
      queue.push(path);
    }
    for (const imported of imports ?? []) {
      const known = importedBy.get(imported);
      if (known) known.push(path);
      else importedBy.set(imported, [path]);
    }
  }
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const importer of importedBy.get(at) ?? []) {
      if (importers.has(importer)) continue;
      importers.add(importer);
      queue.push(importer);
    }
  }
  return importers;
}

/** Whether a file declares something for others that do not import it: globals, or members of a module. */
export function isAmbient(file: (ts.SourceFile & { readonly externalModuleIndicator?: unknown }) | undefined): boolean {
  if (!file) return false;
  return file.externalModuleIndicator === undefined || /\bdeclare\s+(?:global|module|namespace)\b/u.test(file.text);
}
