/** Keeps a project open while its files change: only what a change concerns is read again. */
import typescript from "typescript";
import { CONFIGURATION_FILE } from "../configuration/configuration.js";
import type { Project, ProjectHost } from "../project.js";
import { isConfig } from "./configs.js";
import { baseOf, isScript } from "./file-names.js";
import { openPrograms, rebuildPrograms, type EditablePrograms } from "./programs.js";
import { configured, createProject, type OpenOptions, type PathsOptions } from "./project.js";

/** More files than this at once (another branch was checked out, say), and everything is opened anew. */
const MAX_EDITED_FILES = 200;

/** A project that follows its files: in an editor's buffers, and on the disk. */
export class LiveProject {
  readonly #host: ProjectHost;
  #paths: readonly string[];
  readonly #options: PathsOptions;
  #opened: EditablePrograms;
  /** Without its configuration. */
  #read: Project;
  #project: Project;
  /** Files that were new once, and belong to no program: what a build writes, say. */
  readonly #outside = new Set<string>();

  /** As `openProject`, whose result it starts with. */
  constructor(host: ProjectHost, paths: readonly string[], options: PathsOptions = {}) {
    this.#host = host;
    this.#paths = paths;
    this.#options = options;
    this.#opened = openPrograms(typescript, host, paths);
    this.#read = createProject(typescript, this.#opened, options);
    this.#project = configured(host, this.#opened, this.#read, options);
  }

  /** As of the last update. */
  get project(): Project {
    return this.#project;
  }

  /**
   * Takes in what changed. The host has the new texts by now.
   *
   * @param paths files and directories that were edited, created, deleted or renamed (both names); others do no harm
   * @returns the project; the same object as before when nothing changed that it is made of
   */
  update(paths: readonly string[], options: OpenOptions = {}): Project {
    const changes = [...new Set(paths)].map((path) => ({ path, change: this.#changeOf(path) }));
    const edited = changes.flatMap(({ path, change }) => (change === "text" ? [path] : []));
    if (changes.some(({ change }) => change === "structure") || edited.length > MAX_EDITED_FILES) {
      this.#reopen(options);
      for (const { path } of changes) if (this.#changeOf(path) === "structure") this.#outside.add(path);
    } else if (edited.length > 0) {
      this.#rebuild(edited, options);
    } else if (!changes.some(({ change }) => change === "configuration")) {
      return this.#project;
    }
    this.#project = configured(this.#host, this.#opened, this.#read, this.#options);
    return this.#project;
  }

  /** Covers other paths from now on, and reads everything again. */
  cover(paths: readonly string[], options: OpenOptions = {}): Project {
    this.#paths = paths;
    this.#reopen(options);
    this.#project = configured(this.#host, this.#opened, this.#read, this.#options);
    return this.#project;
  }

  /** Reads everything again. Texts that are the same are not parsed again. */
  #reopen(options: OpenOptions): void {
    this.#opened = openPrograms(typescript, this.#host, this.#paths, this.#opened);
    this.#read = createProject(typescript, this.#opened, options);
  }

  #rebuild(edited: readonly string[], options: OpenOptions): void {
    this.#opened = rebuildPrograms(this.#opened, edited);
    const unchanged = new Map(this.#read.files);
    for (const path of edited) unchanged.delete(path);
    this.#read = createProject(typescript, this.#opened, options, unchanged);
  }

  #changeOf(path: string): Change | undefined {
    const name = baseOf(path);
    if (name === CONFIGURATION_FILE) {
      const isKnown = this.#project.configurations?.some(({ file }) => file === path) === true;
      return isKnown && this.#host.fileExists(path) ? "configuration" : "structure";
    }
    if (DECIDES_STRUCTURE.has(name) || isConfig(path)) return "structure";
    const known = this.#opened.sources.textOf(path);
    if (known === undefined) return this.#mayBeNew(path) ? "structure" : undefined;
    const text = this.#host.readFile(path);
    if (text === undefined) return "structure";
    return text === known ? undefined : "text";
  }

  /** What no program has read concerns none, unless it has only just come, or is a directory that came or went. */
  #mayBeNew(path: string): boolean {
    const isThere = isScript(path) ? this.#host.fileExists(path) : this.#host.directoryExists(path);
    if (!isThere) this.#outside.delete(path);
    const isKnown = [...this.#read.files.keys()].some((file) => file.startsWith(`${path}/`));
    return isThere !== isKnown && !this.#outside.has(path);
  }
}

/** `text`: of one source file. `structure`: there may be another set of files, or they are read otherwise. */
type Change = "text" | "configuration" | "structure";

const DECIDES_STRUCTURE = new Set(["package.json", ".gitignore", "package-lock.json", "pnpm-lock.yaml", "yarn.lock"]);
