/** Which modules are loaded when a project serves, because its files import them at their top level, or may be. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { SourceFile } from "./graph.js";
import { resolvePath, withoutExtension } from "./project-index.js";

/** Of files that are no source files: data, native code. */
const EXTENSION = /\.(?:json|node)$/u;

export class LoadedModules {
  readonly #files: readonly SourceFile[];
  #known: ReadonlySet<string> | undefined;
  #folders: ReadonlySet<string> | undefined;
  #own: ReadonlySet<string> | undefined;

  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  /** Whether `require` of the specifier in the file would find the module loaded, or may, as nobody has read it. */
  has(file: SourceFile, specifier: string): boolean {
    this.#known ??= new Set(this.#files.flatMap(importedByTopLevel));
    this.#folders ??= new Set(this.#files.flatMap(loadedFolders));
    const module = moduleOf(file, specifier);
    if (module.startsWith("node:") || this.#known.has(module) || this.#folders.has(folderOf(module))) return true;
    // A part of the project that is kept elsewhere, or made when it is built, is loaded with the rest of that part.
    this.#own ??= new Set(this.#files.map(({ path }) => withoutIndex(withoutExtension(path))));
    return specifier.startsWith(".") && !EXTENSION.test(specifier) && !this.#own.has(module);
  }
}

/** A command-line tool, or a migration, is another process. */
function importedByTopLevel(file: SourceFile): string[] {
  if (file.role === "script") return [];
  return file.facts.mentions.flatMap((mention) =>
    mention.module !== undefined && mention.function === 0 ? moduleOf(file, mention.module) : [],
  );
}

/** The folders of which modules are loaded by names that are put together: `names.map((name) => require(`./${name}`))`. */
function loadedFolders(file: SourceFile): string[] {
  if (file.role === "script") return [];
  return file.facts.calls.flatMap(({ callee, arguments: [specifier] }) => {
    if (callee === undefined || specifier?.is !== "template" || file.facts.mentions[callee]?.name !== "require")
      return [];
    const [start, name, ...rest] = specifier.parts;
    const isInFolder = start?.is === "string" && /^\.\.?\/(?:.*\/)?$/u.test(start.value) && name?.is === "name";
    return isInFolder && rest.every(({ is }) => is === "string") ? folderOf(moduleOf(file, `${start.value}_`)) : [];
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** The name of a package's module, or the path of a file without its extension. */
function moduleOf(file: SourceFile, specifier: string): string {
  if (!specifier.startsWith(".")) return canonicalModule(specifier);
  const directory = file.path.slice(0, file.path.lastIndexOf("/"));
  return withoutIndex(withoutExtension(resolvePath(directory, specifier)));
}

function withoutIndex(path: string): string {
  return path.replace(/\/index$/u, "");
}
