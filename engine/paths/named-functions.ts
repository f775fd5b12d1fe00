/** Functions of the project that what is known speaks of by their file and their name. */
import type { CatalogueMatch } from "../catalogue/lookup.js";
import type { ExternalReference } from "../catalogue/shapes.js";
import type { FileFacts, FunctionFact, FunctionId } from "../facts/facts.js";
import { CONSTRUCTED, type Reference, type Step } from "../reference.js";
import type { SourceFile } from "./graph.js";
import type { Search } from "./search.js";

export class NamedFunctions {
  readonly #search: Search;
  /** The files that are spoken of. */
  readonly #files: ReadonlySet<SourceFile>;

  constructor(search: Search) {
    this.#search = search;
    const { modules } = search.knowledge;
    this.#files = new Set(search.index.files.filter(({ path }) => modules.has(path)));
  }

  /** The functions of the project that are known to block. */
  blocking(): { readonly file: SourceFile; readonly function: FunctionId; readonly match: CatalogueMatch }[] {
    return [...this.#files].flatMap((file) =>
      file.facts.functions.flatMap((fact) =>
        memberPathsOf(file.facts, fact)
          .flatMap((steps) => this.#search.knowledge.catalogue.match({ is: "external", module: file.path, steps }))
          .filter(({ rest }) => rest.every((step) => step === CONSTRUCTED))
          .slice(0, 1)
          .map((match) => ({ file, function: fact.id, match })),
      ),
    );
  }

  /** The reference as the data names it, where it is to a function that the data may speak of. */
  asExternal(reference: Reference): ExternalReference | undefined {
    if (reference.is === "external") return reference;
    if (reference.is === "unresolved" || this.#files.size === 0) return undefined;
    const target = this.#search.index.functionAt(reference.at);
    if (!target || !this.#files.has(target.file)) return undefined;
    const { facts, path } = target.file;
    const fact = target.function === undefined ? undefined : facts.functions[target.function];
    const className = target.class === undefined ? undefined : facts.classes[target.class]?.name;
    const [steps] = fact ? memberPathsOf(facts, fact) : className === undefined ? [] : [[className]];
    return steps && { is: "external", module: path, steps: [...steps, ...reference.steps] };
  }
}

/**
 * The names by which a function is spoken of: `run`, `Jobs.run` for a method, `jobs.run` for a property of an
 * object, `Jobs` for a constructor, `default`.
 */
export function memberPathsOf(facts: FileFacts, fact: FunctionFact): readonly (readonly Step[])[] {
  const { name, site } = fact;
  const paths: Step[][] = [];
  if (fact.class !== undefined) {
    const owner = facts.classes[fact.class]?.name;
    if (owner !== undefined && fact.kind === "constructor") paths.push([owner]);
    else if (owner !== undefined && name !== undefined) paths.push([owner, name]);
  } else if (site?.to === "property") {
    const owner = site.of && "name" in site.of ? site.of.name : undefined;
    if (owner !== undefined) paths.push([owner, site.name]);
  } else if (name !== undefined && fact.parent === 0) {
    paths.push([name]);
  }
  if (site?.to === "export") paths.push([site.name]);
  return paths;
}
