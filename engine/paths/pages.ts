/** Files that run in browsers alone, because nothing but the script of a page loads them. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { Framework } from "../entrypoints/framework.js";
import type { ValueFact } from "../facts/facts.js";
import type { SourceFile } from "./graph.js";
import { pathMatcher } from "./path-patterns.js";

/**
 * The files that only scripts of pages load, those scripts included: a server hands them out, and never runs them.
 * A file that something else loads as well stays, and so does one that imports a module of Node's. Imports of types
 * count as loading, which only keeps more.
 */
export function filesOfPages(files: readonly SourceFile[], frameworks: readonly Framework[]): ReadonlySet<SourceFile> {
  const starting = frameworks.filter(({ pageStarts = [] }) => pageStarts.length > 0);
  const starts = files.filter((file) => startsPage(file, starting));
  if (starts.length === 0) return new Set();
  const imports = new Imports(files, new Set(frameworks.flatMap(({ importingMembers = [] }) => importingMembers)));
  const imported = new Set(files.flatMap((file) => imports.of(file).filter((other) => other !== file)));
  const loaded = loadedBy(
    starts.filter((file) => !imported.has(file)),
    imports,
  );
  const others = loadedBy(
    files.filter((file) => !loaded.has(file)),
    imports,
  );
  return new Set([...loaded].filter((file) => !others.has(file) && !isOfNode(file)));
}

function startsPage({ facts }: SourceFile, frameworks: readonly Framework[]): boolean {
  return frameworks.some(
    ({ modules, pageStarts = [] }) =>
      modules.some((module) => facts.modules.includes(module)) &&
      facts.mentions.some(({ name }) => pageStarts.includes(name)),
  );
}

function loadedBy(roots: readonly SourceFile[], imports: Imports): ReadonlySet<SourceFile> {
  const loaded = new Set(roots);
  // What is added while a set is gone through is gone through as well.
  for (const file of loaded) for (const other of imports.of(file)) loaded.add(other);
  return loaded;
}

function isOfNode({ facts }: SourceFile): boolean {
  return facts.modules.some((module) => canonicalModule(module).startsWith("node:"));
}

/** Which files of the project each file loads. */
class Imports {
  readonly #byPath = new Map<string, SourceFile>();
  /** By the last name of what a specifier may say: `rows` for `shared/rows.ts` and `rows/index.ts`. */
  readonly #byName = new Map<string, SourceFile[]>();
  readonly #importingMembers: ReadonlySet<string>;
  readonly #known = new Map<SourceFile, readonly SourceFile[]>();

  /** @param importingMembers what is called with patterns of files to import */
  constructor(files: readonly SourceFile[], importingMembers: ReadonlySet<string>) {
    this.#importingMembers = importingMembers;
    for (const file of files) {
      this.#byPath.set(file.path, file);
      const [name = "", directory = ""] = file.path.split("/").reverse();
      const stem = stemOf(name);
      for (const each of stem === "index" ? [stem, directory] : [stem]) {
        const named = this.#byName.get(each);
        if (named) named.push(file);
        else this.#byName.set(each, [file]);
      }
    }
  }

  of(file: SourceFile): readonly SourceFile[] {
    const known = this.#known.get(file) ?? [...this.named(file), ...this.matchedBy(file)];
    this.#known.set(file, known);
    return known;
  }

  /** Where nobody resolved them, as in JavaScript, all that could be meant. */
  private named({ imports, facts }: SourceFile): readonly SourceFile[] {
    if (imports) return imports.flatMap((path) => this.#byPath.get(path) ?? []);
    return facts.modules.flatMap((specifier) => this.#byName.get(stemOf(lastName(specifier))) ?? []);
  }

  /** `import.meta.glob("./pages/*.tsx")`. */
  private matchedBy({ path, facts }: SourceFile): readonly SourceFile[] {
    const calls = facts.mentions.flatMap(({ name, isMember, site }) =>
      isMember === true && this.#importingMembers.has(name) && site.to === "callee" ? [facts.calls[site.call]] : [],
    );
    const directory = path.slice(0, path.lastIndexOf("/"));
    return calls.flatMap((call) => {
      const isMatched = pathMatcher(stringsIn(call?.arguments[0]), directory);
      return [...this.#byPath.values()].filter((file) => isMatched(file.path));
    });
  }
}

function stringsIn(value: ValueFact | undefined): readonly string[] {
  if (value?.is === "array") return value.elements.flatMap(stringsIn);
  return value?.is === "string" ? [value.value] : [];
}

function stemOf(name: string): string {
  return name.replace(/\.[cm]?[jt]sx?$/u, "");
}

function lastName(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf("/") + 1);
}
