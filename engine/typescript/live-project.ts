/** Keeps a project open while its files change: only what a change concerns is read again. */
import type ts from "typescript";
import { CONFIGURATION_FILE } from "../configuration/configuration.js";
import type { Difference, Edit, Project, ProjectHost } from "../project.js";
import bundledTypeScript from "./bundled-typescript.cjs";
import { isConfig } from "./configs.js";
import type { TypeScript } from "./declaration.js";
import { baseOf, isScript } from "./file-names.js";
import { importersOf, isAmbient } from "./importers.js";
import { KeptAnswers } from "./kept-answers.js";
import { KeptHandlers } from "./kept-handlers.js";
import { KeptSchemas } from "./kept-schemas.js";
import { openPrograms, rebuildPrograms, type EditablePrograms } from "./programs.js";
import {
  configured,
  createProject,
  factsOf,
  type OpenOptions,
  type PathsOptions,
  problemsIn,
  readConfigurations,
  type ReadConfigurations,
  type ReadProject,
} from "./project.js";
import { rewriterOf } from "./rewriter.js";
import { mayLinkByName } from "./schemas/validators/links.js";
import { type SealedEdit, sealedEdit } from "./sealed-edit.js";

/** More files than this at once (another branch was checked out, say), and everything is opened anew. */
const MAX_EDITED_FILES = 200;

export interface LiveOptions extends PathsOptions {
  /** Whether nothing is read but what lies in the paths, and what it imports: for projects too large to be held. */
  readonly isPartial?: boolean;
}

/** A project that follows its files: in an editor's buffers, and on the disk. */
export class LiveProject {
  readonly #typescript: TypeScript;
  readonly #host: ProjectHost;
  #paths: readonly string[];
  readonly #options: LiveOptions;
  #opened: EditablePrograms;
  /** Without its configuration, and as the programs have it. */
  #read: ReadProject;
  #configurations: ReadConfigurations;
  #project: Project;
  #difference: Difference | undefined;
  /** Files that were new once, and belong to no program: what a build writes, say. */
  readonly #outside = new Set<string>();
  /** Files whose text the programs do not have yet: nothing was asked since that they must answer. */
  readonly #ahead = new Set<string>();
  readonly #answers = new KeptAnswers({ ask: (questions) => this.upToDate().oracle.ask(questions) });
  readonly #handlers = new KeptHandlers({ read: (requests) => this.upToDate().handlers.read(requests) });
  readonly #schemas = new KeptSchemas({
    readUnnamed: (requests, components) => this.upToDate().schemas.readUnnamed(requests, components),
  });

  /** As `openProject`, whose result it starts with. */
  constructor(host: ProjectHost, paths: readonly string[], options: LiveOptions = {}) {
    this.#typescript = options.typescript ?? bundledTypeScript;
    this.#host = host;
    this.#paths = paths;
    this.#options = options;
    this.#opened = openPrograms(this.#typescript, host, paths, options);
    this.#read = this.create(options);
    this.#configurations = readConfigurations(host, this.#opened, options);
    this.#project = this.current();
  }

  /** As of the last update: its oracle speaks of the texts as they are by then. */
  get project(): Project {
    return this.#project;
  }

  get typescriptVersion(): string {
    return this.#typescript.version;
  }

  /** How much of what documents asked since the project was opened was not known. */
  get readForDocuments(): { readonly handlers: number; readonly schemas: number } {
    return { handlers: this.#handlers.asked, schemas: this.#schemas.asked };
  }

  /** What the last update changed, where it was no more than some statements. */
  get difference(): Difference | undefined {
    return this.#difference;
  }

  /**
   * Takes in what changed. The host has the new texts by now.
   *
   * @param paths files and directories that were edited, created, deleted or renamed (both names); others do no harm
   * @returns the project; the same object as before when nothing changed that it is made of
   */
  update(paths: readonly string[], options: OpenOptions = {}): Project {
    const changes = [...new Set(paths)].map((path) => ({ path, change: this.changeOf(path) }));
    const edited = changes.flatMap(({ path, change }) => (change === "text" ? [path] : []));
    if (changes.every(({ change }) => change === undefined)) return this.#project;
    const from = this.#project;
    let edits: readonly Edit[] | undefined;
    if (changes.some(({ change }) => change === "structure") || edited.length > MAX_EDITED_FILES) {
      this.reopen(options);
      for (const { path } of changes) if (this.changeOf(path) === "structure") this.#outside.add(path);
    } else {
      edits = this.edit(edited, options);
      if (changes.some(({ change }) => change === "configuration")) {
        edits = undefined;
        this.#configurations = readConfigurations(this.#host, this.#opened, this.#options);
      }
    }
    this.#project = this.current();
    this.#difference = edits && { from, to: this.#project, edits };
    return this.#project;
  }

  /** Covers other paths from now on, and reads everything again. */
  cover(paths: readonly string[], options: OpenOptions = {}): Project {
    this.#paths = paths;
    this.reopen(options);
    this.#difference = undefined;
    this.#project = this.current();
    return this.#project;
  }

  /** Reads everything again. Texts that are the same are not parsed again. */
  private reopen(options: OpenOptions): void {
    this.clear();
    this.#ahead.clear();
    this.#opened = openPrograms(this.#typescript, this.#host, this.#paths, {
      ...this.#options,
      previous: this.#opened,
    });
    this.#read = this.create(options);
    this.#configurations = readConfigurations(this.#host, this.#opened, this.#options);
  }

  private create(options: OpenOptions, unchanged?: Project["files"]): ReadProject {
    const onRead = (declaration: ts.Node): void => {
      this.#answers.read(declaration.getSourceFile().fileName, declaration.pos);
    };
    return createProject(this.#typescript, this.#opened, { ...options, onRead }, unchanged);
  }

  private current(): Project {
    return configured(
      {
        ...this.#read,
        oracle: this.#answers,
        rewriter: rewriterOf(() => this.upToDate()),
        handlers: this.#handlers,
        schemas: this.#schemas,
      },
      this.#configurations,
    );
  }

  /** @returns what was changed, where it is no more than some statements in each file */
  private edit(paths: readonly string[], options: OpenOptions): readonly Edit[] | undefined {
    const before = new Map(paths.map((path) => [path, this.#opened.sources.treeOf(path)]));
    for (const path of paths) this.#opened.sources.reread(path);
    const edits = paths.map((path) => this.sealed(path, before.get(path)));
    for (const path of paths) this.#ahead.add(path);
    if (edits.every((each) => each !== undefined)) {
      const files = new Map(this.#read.files);
      for (const { edit } of edits) if (edit) files.set(edit.after.path, edit.after);
      const openProblems = [...this.#opened.configProblems, ...this.#opened.sources.problems];
      this.#read = { ...this.#read, files, problems: problemsIn({ ...this.#read, files, openProblems }) };
      return edits.every(({ isSilent }) => isSilent) ? edits.flatMap(({ edit }) => edit ?? []) : undefined;
    }
    const concerned = importersOf(this.#read, paths);
    const isAnyConcerned = paths.some((path) => isAmbient(before.get(path)));
    const isLinked = paths.some((path) => mayLinkByName(before.get(path)?.text ?? ""));
    const unchanged = new Map(this.#read.files);
    for (const path of paths) unchanged.delete(path);
    this.rebuild(unchanged, options);
    for (const importer of importersOf(this.#read, paths)) concerned.add(importer);
    const after = paths.map((path) => this.#opened.sources.treeOf(path));
    if (isAnyConcerned || after.some(isAmbient)) this.clear();
    else {
      this.#answers.forget(concerned, paths);
      this.#handlers.forget(concerned);
      if (isLinked || after.some((tree) => mayLinkByName(tree?.text ?? ""))) this.#schemas.clear();
      else this.#schemas.forget(concerned);
    }
    return undefined;
  }

  private clear(): void {
    this.#answers.clear();
    this.#handlers.clear();
    this.#schemas.clear();
  }

  /**
   * An edit that changes no answer but those in its scope; silent when none was given there. Of a test, which is not
   * read, there is nothing to be told.
   */
  private sealed(path: string, before: ts.SourceFile | undefined): { edit?: Edit; isSilent: boolean } | undefined {
    const after = this.#opened.sources.treeOf(path);
    const file = this.#read.files.get(path);
    if (this.#read.tests.includes(path) && !isAmbient(before) && !isAmbient(after) && !this.isImported(path))
      return { isSilent: true };
    if (!before || !after || !file) return undefined;
    const sealed = sealedEdit(this.#typescript, before, after, ({ pos }) => this.#answers.isRead(path, pos));
    if (!sealed) return undefined;
    const { replaced, scope } = sealed;
    const isSilent = this.#answers.replace(path, replaced, scope);
    this.moveReads(path, sealed, [before, after]);
    return { edit: { replaced, before: file, after: { ...file, facts: factsOf(this.#typescript, after) } }, isSilent };
  }

  /** What documents were told, as far as the edit leaves it as it is. */
  private moveReads(
    path: string,
    { replaced, scope, isRemark }: SealedEdit,
    [before, after]: readonly ts.SourceFile[],
  ): void {
    this.#handlers.replace(path, replaced, scope);
    this.#schemas.replace(path, replaced, scope);
    const texts = [
      before?.text.slice(scope.start, scope.end),
      after?.text.slice(replaced.after.start, replaced.after.end),
    ];
    if (texts.some((text) => mayLinkByName(text ?? ""))) this.#schemas.clear();
    if (isRemark !== true) return;
    // Comments of types and handlers are the document's descriptions.
    const concerned = importersOf(this.#read, [path]);
    this.#handlers.forget(concerned);
    this.#schemas.forget(concerned);
  }

  private isImported(path: string): boolean {
    return [...this.#read.files.values()].some(({ imports }) => imports?.includes(path) ?? true);
  }

  /** The project as the programs have it once they have every text. */
  private upToDate(): ReadProject {
    if (this.#ahead.size > 0) this.rebuild(this.#read.files, {});
    return this.#read;
  }

  private rebuild(unchanged: Project["files"], options: OpenOptions): void {
    this.#opened = rebuildPrograms(this.#opened, [...this.#ahead]);
    this.#ahead.clear();
    this.#read = this.create(options, unchanged);
  }

  private changeOf(path: string): Change | undefined {
    const name = baseOf(path);
    if (name === CONFIGURATION_FILE) {
      const isKnown = this.#project.configurations?.some(({ file }) => file === path) === true;
      return isKnown && this.#host.fileExists(path) ? "configuration" : "structure";
    }
    if (DECIDES_STRUCTURE.has(name) || isConfig(path)) return "structure";
    const known = this.#opened.sources.treeOf(path)?.text;
    if (known === undefined) return this.mayBeNew(path) ? "structure" : undefined;
    const text = this.#host.readFile(path);
    if (text === undefined) return "structure";
    return text === known ? undefined : "text";
  }

  /** What no program has read concerns none, unless it has only just come, or is a directory that came or went. */
  private mayBeNew(path: string): boolean {
    const isThere = isScript(path) ? this.#host.fileExists(path) : this.#host.directoryExists(path);
    if (!isThere) this.#outside.delete(path);
    const isKnown = [...this.#read.files.keys()].some((file) => file.startsWith(`${path}/`));
    return isThere !== isKnown && !this.#outside.has(path);
  }
}

/** `text`: of one source file. `structure`: there may be another set of files, or they are read otherwise. */
type Change = "text" | "configuration" | "structure";

const DECIDES_STRUCTURE = new Set(["package.json", ".gitignore", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"]);
