/** Where everything is in a project's facts: names, functions, parameters, imports. Syntax only. */
import { canonicalModule } from "../catalogue/builtins.js";
import type { ProjectLayout } from "../entrypoints/recognise-files.js";
import type { CallFact, ClassId, Environment, FunctionId, MentionId, Site, ValueFact } from "../facts/facts.js";
import type { Address, Step } from "../reference.js";
import type { SourceFile } from "./graph.js";
import { keyTexts } from "./turns.js";

/** What a name token declares, when it is a function or a class. */
export interface DeclaredFunction {
  readonly file: SourceFile;
  readonly function?: FunctionId;
  readonly class?: ClassId;
}

/** A parameter, or (by `member`) what a destructuring pattern takes out of it. */
export interface ParameterRef {
  readonly file: SourceFile;
  readonly function: FunctionId;
  readonly index: number;
  readonly member: readonly Step[];
}

/** What stands at the offsets of one file. */
interface FileAddresses {
  readonly functions: ReadonlyMap<number, DeclaredFunction>;
  readonly parameters: ReadonlyMap<number, ParameterRef>;
  readonly environments: ReadonlyMap<number, Environment>;
}

export interface PlacedMention {
  readonly file: SourceFile;
  readonly id: MentionId;
}

/**
 * Mentions are kept as numbers, the file's position times this plus the mention: a large project has millions, and an
 * object for each costs more than the search. No source file that fits into memory has as many, nor so many characters.
 */
const PLACES_PER_FILE = 2 ** 28;

export class ProjectIndex implements ProjectLayout {
  readonly files: readonly SourceFile[];
  readonly directory: string;
  readonly #byPath: ReadonlyMap<string, SourceFile>;
  readonly #positions: ReadonlyMap<SourceFile, number>;
  /** By path without extension: what a string such as `./worker.js` names. */
  readonly #byBasePath: ReadonlyMap<string, SourceFile>;
  readonly #mentions = new Map<string, number[]>();
  readonly #placedMentions = new Map<string, readonly PlacedMention[]>();
  readonly #mentionsByFile = new Map<string, ReadonlyMap<SourceFile, readonly PlacedMention[]>>();
  /** Files without types may name what they do not import. */
  readonly #untyped: readonly SourceFile[];
  #moduleMentions: ReadonlyMap<string, readonly PlacedMention[]> | undefined;
  /** Made when a file is asked about, which most files never are. */
  readonly #addresses = new Map<SourceFile, FileAddresses>();
  readonly #flagNames = new Set<string>();
  readonly #methodNames = new Map<string, number>();
  readonly #modules = new Map<SourceFile, readonly string[]>();
  readonly #importedBy = new Map<string, string[]>();
  readonly #importers = new Map<string, ReadonlySet<string>>();
  readonly #importsBelow = new Map<string, boolean>();
  /** Every name that was asked about: without these, the search would have been another. */
  readonly lookedUp = new Set<string>();

  constructor(files: readonly SourceFile[]) {
    this.files = files;
    this.directory = commonDirectory(files.map(({ path }) => path));
    this.#byPath = new Map(files.map((file) => [file.path, file]));
    this.#positions = new Map(files.map((file, position) => [file, position]));
    this.#byBasePath = new Map(files.map((file) => [withoutExtension(file.path), file]));
    this.#untyped = files.filter(({ imports }) => imports === undefined);
    files.forEach((file, position) => {
      this.add(file, position);
    });
    for (const name of [...this.#flagNames]) {
      for (const { file, id } of this.mentionsOf(name)) {
        const site = file.facts.mentions[id]?.site;
        if (site?.to === "rename") this.#flagNames.add(site.name);
      }
    }
  }

  file(path: string): SourceFile | undefined {
    return this.#byPath.get(path);
  }

  /** What bears the name decides what the search finds. */
  noteName(name: string): void {
    this.lookedUp.add(name);
  }

  /** A number for each place of the project. Files of the same text may share their facts, so those tell no places apart. */
  placeOf(file: SourceFile, offset: number): number {
    return this.positionOf(file) * PLACES_PER_FILE + offset;
  }

  mentionsOf(name: string): readonly PlacedMention[] {
    const known = this.#placedMentions.get(name);
    if (known) return known;
    this.lookedUp.add(name);
    const placed = (this.#mentions.get(name) ?? []).flatMap((packed): PlacedMention[] => {
      const file = this.files[Math.floor(packed / PLACES_PER_FILE)];
      return file ? [{ file, id: packed % PLACES_PER_FILE }] : [];
    });
    this.#placedMentions.set(name, placed);
    return placed;
  }

  mentionsIn(file: SourceFile, name: string): readonly PlacedMention[] {
    return this.mentionsByFile(name).get(file) ?? [];
  }

  /**
   * Whether a file can name what one of these declares: typed ones import it, directly or through others.
   *
   * @param declaring paths of files
   */
  reaches({ path, imports }: SourceFile, declaring: readonly string[]): boolean {
    return (
      imports === undefined || declaring.some((declarer) => declarer === path || this.importersOf(declarer).has(path))
    );
  }

  /** The mentions of a name in files that {@link reaches} is true of: everyday names are in most files, and few can mean the same. */
  mentionsReaching(name: string, declaring: readonly string[]): readonly PlacedMention[] {
    const byFile = this.mentionsByFile(name);
    const importers = declaring.map((path) => this.importersOf(path));
    const count = importers.reduce((sum, { size }) => sum + size + 1, this.#untyped.length);
    const files =
      count < byFile.size
        ? this.filesReaching(declaring)
        : [...byFile.keys()].filter((file) => this.reaches(file, declaring));
    return files.flatMap((file) => byFile.get(file) ?? []);
  }

  /** In the project's order. */
  private filesReaching(declaring: readonly string[]): readonly SourceFile[] {
    const paths = new Set(declaring.flatMap((path) => [path, ...this.importersOf(path)]));
    const typed = [...paths].flatMap((path) => this.#byPath.get(path) ?? []);
    return [...new Set([...typed, ...this.#untyped])].sort(
      (one, other) => this.positionOf(one) - this.positionOf(other),
    );
  }

  /** Where relative imports name modules as a whole, by the last part of what is written: `users` of `import("./users.js")`. */
  moduleMentions(baseNames: readonly string[]): readonly PlacedMention[] {
    this.#moduleMentions ??= this.findModuleMentions();
    const byName = this.#moduleMentions;
    const found = new Set(baseNames.flatMap((name) => byName.get(name) ?? []));
    return [...found].sort(
      (one, other) => this.positionOf(one.file) - this.positionOf(other.file) || one.id - other.id,
    );
  }

  /** The function or class that is declared at an address, or is the first value of the place there. */
  functionAt(at: Address): DeclaredFunction | undefined {
    return this.addressesIn(at.file)?.functions.get(at.offset);
  }

  parameterAt(at: Address): ParameterRef | undefined {
    return this.addressesIn(at.file)?.parameters.get(at.offset);
  }

  /** Whether an interface's member or the like is tagged as not blocking, whatever stands behind it. */
  isDeclaredNonblocking({ file, offset }: Address): boolean {
    const declarations = this.#byPath.get(file)?.facts.taggedDeclarations ?? [];
    const declaration = declarations.find((candidate) => candidate.offset === offset);
    return declaration?.tags.some(({ name }) => name === "nonblocking") ?? false;
  }

  /** The environment that a flag tells, when the place holds such a test: `isDev`. */
  environmentAt(at: Address): Environment | undefined {
    return this.addressesIn(at.file)?.environments.get(at.offset);
  }

  /** Whether a name could be such a flag's, under its own name or an alias. */
  couldTellEnvironment(name: string): boolean {
    return this.#flagNames.has(name);
  }

  /** How many methods and functions in object literals have a name. */
  methodsNamed(name: string): number {
    this.lookedUp.add(name);
    return this.#methodNames.get(name) ?? 0;
  }

  imports(file: SourceFile, modules: ReadonlySet<string>): boolean {
    return this.#modules.get(file)?.some((module) => modules.has(module)) ?? false;
  }

  hasFilesBelow(directory: string): boolean {
    return this.files.some(({ path }) => path.startsWith(directory));
  }

  mentionsBelow(directory: string, names: readonly string[]): boolean {
    return names.some((name) => this.mentionsOf(name).some(({ file }) => file.path.startsWith(directory)));
  }

  importsBelow(directory: string, modules: readonly string[]): boolean {
    const key = `${directory} ${modules.join()}`;
    let known = this.#importsBelow.get(key);
    if (known === undefined) {
      const isOfOne = (specifier: string): boolean =>
        modules.some((module) => specifier === module || specifier.startsWith(`${module}/`));
      known = this.files.some((file) => file.path.startsWith(directory) && this.#modules.get(file)?.some(isOfOne));
      this.#importsBelow.set(key, known);
    }
    return known;
  }

  /** Every file that imports a file, directly or through others. */
  importersOf(path: string): ReadonlySet<string> {
    const known = this.#importers.get(path);
    if (known) return known;
    const importers = this.importersOfAny([path]);
    this.#importers.set(path, importers);
    return importers;
  }

  /** Every file that imports one of these, directly or through others. */
  importersOfAny(paths: readonly string[]): ReadonlySet<string> {
    const importers = new Set<string>();
    const queue = [...paths];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const importer of this.#importedBy.get(at) ?? []) {
        if (importers.has(importer)) continue;
        importers.add(importer);
        queue.push(importer);
      }
    }
    return importers;
  }

  /**
   * The project's files that a call's arguments name, written there or in a variable of the same file:
   * relative to the file it stands in, or to the project's directory.
   */
  filesNamedBy(file: SourceFile, call: CallFact): readonly SourceFile[] {
    const directories = [file.path.slice(0, file.path.lastIndexOf("/")), this.directory.slice(0, -1)];
    const texts = [...textsOf(call.arguments, file), ...variablesOf(call.arguments, file).flatMap(this.textsIn(file))];
    const named = texts.flatMap((text) => {
      if (!/^[\w@./-]+$/u.test(text)) return [];
      const paths = [text, text.replace(/^(?:\.\/)?(?:dist|build|out|lib)\//u, "src/")];
      const bases = directories.flatMap((directory) => paths.map((path) => resolvePath(directory, path)));
      const found = bases
        .map((base) => this.#byBasePath.get(withoutExtension(base)))
        .find((each) => each !== undefined);
      return found && found !== file ? [found] : [];
    });
    return [...new Set(named)];
  }

  /** The strings that end up in a variable, by themselves or in calls: `const file = path.join(__dirname, "worker.js")`. */
  private textsIn(file: SourceFile): (variable: string) => readonly string[] {
    const { calls, fileNames } = file.facts;
    return (variable) => [
      ...calls
        .filter(({ site }) => variableOf(site, file) === variable)
        .flatMap((call) => textsOf([{ is: "call", call: call.id }], file)),
      ...fileNames
        .filter(({ site }) => site.name === variable || variableOf(site, file) === variable)
        .map(({ text }) => text),
    ];
  }

  private positionOf(file: SourceFile): number {
    return this.#positions.get(file) ?? -1;
  }

  private mentionsByFile(name: string): ReadonlyMap<SourceFile, readonly PlacedMention[]> {
    const known = this.#mentionsByFile.get(name);
    if (known) return known;
    const byFile = new Map<SourceFile, PlacedMention[]>();
    for (const mention of this.mentionsOf(name)) push(byFile, mention.file, mention);
    this.#mentionsByFile.set(name, byFile);
    return byFile;
  }

  private findModuleMentions(): ReadonlyMap<string, readonly PlacedMention[]> {
    const found = new Map<string, PlacedMention[]>();
    for (const mention of this.mentionsOf("default")) {
      const { module } = mention.file.facts.mentions[mention.id] ?? {};
      if (module?.startsWith(".") === true) push(found, baseName(module), mention);
    }
    return found;
  }

  private add(file: SourceFile, position: number): void {
    const { facts, path } = file;
    const first = position * PLACES_PER_FILE;
    facts.mentions.forEach(({ name, key }, id) => {
      push(this.#mentions, name, first + id);
      const computed = key === undefined ? undefined : facts.mentions[key];
      if (computed) for (const text of keyTexts(file, computed)) push(this.#mentions, text, first + id);
    });
    for (const { name, class: owner, site } of facts.functions) {
      if (name === undefined || (owner === undefined && site?.to !== "property")) continue;
      this.#methodNames.set(name, (this.#methodNames.get(name) ?? 0) + 1);
    }
    for (const { site } of facts.environmentTests) {
      if ("name" in site && placeOffset(site) !== undefined) this.#flagNames.add(site.name);
    }
    for (const imported of file.imports ?? []) push(this.#importedBy, imported, path);
    this.#modules.set(file, facts.modules.map(canonicalModule));
  }

  private addressesIn(path: string): FileAddresses | undefined {
    const file = this.#byPath.get(path);
    if (!file) return undefined;
    let known = this.#addresses.get(file);
    if (!known) this.#addresses.set(file, (known = addressesIn(file)));
    return known;
  }
}

function addressesIn(file: SourceFile): FileAddresses {
  const functions = new Map<number, DeclaredFunction>();
  const parameters = new Map<number, ParameterRef>();
  const environments = new Map<number, Environment>();
  for (const fact of file.facts.functions) {
    // Constructors and field initialisers carry their class's name, which is the class.
    const isOwnName = fact.kind !== "constructor" && fact.kind !== "field-initialiser";
    for (const offset of [isOwnName ? fact.nameOffset : undefined, fact.site && placeOffset(fact.site)]) {
      if (offset !== undefined) functions.set(offset, { file, function: fact.id });
    }
    fact.parameters.forEach(({ offset, bindings }, index) => {
      const owner = { file, function: fact.id, index };
      parameters.set(offset, { ...owner, member: [] });
      for (const binding of bindings ?? []) parameters.set(binding.offset, { ...owner, member: binding.member });
    });
  }
  for (const fact of file.facts.classes) {
    for (const offset of [fact.nameOffset, fact.site && placeOffset(fact.site)]) {
      if (offset !== undefined) functions.set(offset, { file, class: fact.id });
    }
  }
  for (const { environment, site } of file.facts.environmentTests) {
    const offset = placeOffset(site);
    if (offset !== undefined) environments.set(offset, environment);
  }
  return { functions, parameters, environments };
}

export function addressKey({ file, offset }: Address): string {
  return `${file}@${String(offset)}`;
}

/** The last part of a path or specifier, without its extension. */
export function baseName(path: string): string {
  return withoutExtension(path.slice(path.lastIndexOf("/") + 1));
}

function placeOffset(site: Site): number | undefined {
  return site.to === "variable" || site.to === "property" || site.to === "export" ? site.offset : undefined;
}

/**
 * Strings anywhere in values, in nested calls too: `new URL("./worker.js", import.meta.url)`. Those of one call are
 * also taken together: `join(__dirname, "workers", "derive.js")`.
 */
function textsOf(values: readonly ValueFact[], file: SourceFile): string[] {
  return values.flatMap((value): string[] => {
    switch (value.is) {
      case "string":
      case "ending":
        return [value.value];
      case "template": {
        const last = value.parts.at(-1);
        return last?.is === "string" ? [last.value] : [];
      }
      case "call": {
        const inside = file.facts.calls[value.call]?.arguments ?? [];
        const parts = inside.flatMap((part) => (part.is === "string" ? [part.value] : []));
        return [...textsOf(inside, file), ...(parts.length > 1 ? [parts.join("/")] : [])];
      }
      case "object":
        return textsOf(
          value.properties.map((property) => property.value),
          file,
        );
      case "array":
        return textsOf(value.elements, file);
      case "mention": {
        // `new URL("./worker.js", import.meta.url).href`
        const { mention } = value;
        const made =
          file.facts.mentions[mention]?.isMember === true
            ? file.facts.calls.find(({ site }) => site.to === "receiver" && site.member === mention)
            : undefined;
        return made ? textsOf(made.arguments, file) : [];
      }
      default:
        return [];
    }
  });
}

/** The names of variables anywhere in values. */
function variablesOf(values: readonly ValueFact[], file: SourceFile): string[] {
  return values.flatMap((value): string[] => {
    switch (value.is) {
      case "mention":
        return [file.facts.mentions[value.mention]?.name ?? ""];
      case "object":
        return variablesOf(
          value.properties.map((property) => property.value),
          file,
        );
      case "array":
        return variablesOf(value.elements, file);
      case "call":
        return variablesOf(file.facts.calls[value.call]?.arguments ?? [], file);
      default:
        return [];
    }
  });
}

/** The variable that a value ends up in, on its own, in an object or array, or as what a call or a member gives. */
function variableOf(site: Site, file: SourceFile): string | undefined {
  switch (site.to) {
    case "variable":
      return site.name;
    case "property":
    case "element":
      return site.of && variableOf(site.of, file);
    case "receiver": {
      const member = file.facts.mentions[site.member];
      return member && variableOf(member.site, file);
    }
    case "argument":
    case "callee": {
      const call = file.facts.calls[site.call];
      return call && variableOf(call.site, file);
    }
    default:
      return undefined;
  }
}

/** The directory that holds all the paths, with a slash at its end. */
function commonDirectory(paths: readonly string[]): string {
  let common = paths[0] ?? "/";
  for (const path of paths) {
    let end = 0;
    while (end < common.length && common[end] === path[end]) end++;
    common = common.slice(0, end);
  }
  return common.slice(0, common.lastIndexOf("/") + 1);
}

/** The path that is written relative to a directory. */
export function resolvePath(directory: string, relative: string): string {
  const parts = directory.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, "");
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
