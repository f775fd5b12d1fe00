/** Which modules are loaded when a project serves, because its files import them at their top level. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { SourceFile } from "./graph.js";
import { resolvePath, withoutExtension } from "./project-index.js";

export class LoadedModules {
  readonly #files: readonly SourceFile[];
  #known: ReadonlySet<string> | undefined;

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  /** Whether `require` of the specifier in the file would find the module loaded. */
  has(file: SourceFile, specifier: string): boolean {
    this.#known ??= new Set(this.#files.flatMap(importedByTopLevel));
    const module = moduleOf(file, specifier);
    return module.startsWith("node:") || this.#known.has(module);
  }
}

/** A command-line tool, or a migration, is another process. */
function importedByTopLevel(file: SourceFile): string[] {
  if (file.role === "script") return [];
  return file.facts.mentions.flatMap((mention) =>
    mention.module !== undefined && mention.function === 0 ? moduleOf(file, mention.module) : [],
  );
}

/** The name of a package's module, or the path of a file without its extension. */
function moduleOf(file: SourceFile, specifier: string): string {
  if (!specifier.startsWith(".")) return canonicalModule(specifier);
  const directory = file.path.slice(0, file.path.lastIndexOf("/"));
  return withoutExtension(resolvePath(directory, specifier)).replace(/\/index$/u, "");
}
