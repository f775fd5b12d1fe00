/** A project as the engine sees it: facts of every file, an oracle, and what could not be read. */
import type { Configuration } from "./configuration/configuration.js";
import type { FileFacts } from "./facts/facts.js";
import type { Replaced } from "./facts/replaced.js";
import type { HandlerReader } from "./handler-reader.js";
import type { Rewriter } from "./rewriter.js";
import type { SchemaReader } from "./schema-reader.js";
import type { Oracle } from "./reference.js";
import type { Problem } from "./rules/finding.js";

/** Why a file's top level runs, as far as its place in the project tells. */
export type FileRole = "source" | "script";

export interface ProjectFile {
  /** Absolute path with forward slashes. */
  readonly path: string;
  readonly facts: FileFacts;
  readonly role: FileRole;
  /**
   * The project's files that this one imports, where the front end resolved them. A typed file can only
   * name what it reaches through imports, which spares most questions about everyday member names.
   */
  readonly imports?: readonly string[];
}

/**
 * A change of statements that leaves everything outside of them as it was, but for its place: no name there
 * stands for something else, and no answer of the oracle has changed.
 */
export interface Edit {
  readonly replaced: Replaced;
  readonly before: ProjectFile;
  readonly after: ProjectFile;
}

/** What leads from one project to the next. */
export interface Difference {
  readonly from: Project;
  readonly to: Project;
  readonly edits: readonly Edit[];
}

export interface Project {
  /** The project's own source files by path; tests, declaration files and dependencies are not among them. */
  readonly files: ReadonlyMap<string, ProjectFile>;
  /** Files that are tests. Nothing of what serves runs through them, so their facts are not read. */
  readonly tests: readonly string[];
  /** The directories and files that were asked for: what lies outside is searched for callers, not reported. All files when absent. */
  readonly scope?: readonly string[];
  readonly oracle: Oracle;
  /** Changes the sources' text for fixes; absent where the front end can only read. */
  readonly rewriter?: Rewriter;
  /** Turns types and validators into JSON Schema; absent where the front end cannot. */
  readonly schemas?: SchemaReader;
  /** Reads the code of handlers for documents of the API; absent where the front end cannot. */
  readonly handlers?: HandlerReader;
  /** What the project says about itself, the nearest first. */
  readonly configurations?: readonly Configuration[];
  readonly problems: readonly Problem[];
}

/** All the input a project is read from. The engine does no I/O of its own. Paths are absolute with forward slashes. */
export interface ProjectHost {
  readonly useCaseSensitiveFileNames: boolean;
  /** The text, or undefined when the file is not there or cannot be read. Decoded as UTF-8 (or UTF-16 by its byte order mark). */
  readFile(path: string): string | undefined;
  /** Size in bytes, or undefined when the file is not there: asked before reading, to leave giant files alone. */
  fileSize(path: string): number | undefined;
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  /** Names (not paths) of the entries of a directory; empty when it cannot be read. Symbolic links are resolved. */
  listDirectory(path: string): { readonly files: readonly string[]; readonly directories: readonly string[] };
  /** The path with symbolic links resolved; the path itself when it cannot be. */
  realpath(path: string): string;
}
