/** What a program says, in few words: programs with the same digest have the same facts and answers. */
import type ts from "typescript";
import { isSource } from "./file-names.js";
import { isAmbient } from "./importers.js";

/** A short text for a text; equal for equal texts, and practically never for others. */
export type Hash = (text: string) => string;

export interface ProgramDigest {
  /** What any file may depend on without importing it: options, dependencies, libraries, and what declares globals. */
  readonly surroundings: string;
  /** By path, of the sources that may be the project's own. */
  readonly files: ReadonlyMap<string, FileDigest>;
}

export interface FileDigest {
  readonly text: string;
  /** How the text is read, and where its imports lead. */
  readonly reading: string;
  /** The files that it imports. */
  readonly imports: readonly string[];
}

/** What the program knows of its files. Not in the public types; what is missing is taken for always the same. */
interface InternalProgram {
  forEachResolvedModule?(
    visit: (resolution: { readonly resolvedModule?: ts.ResolvedModuleFull }, name: string) => void,
    file: ts.SourceFile,
  ): void;
}

/**
 * Everything that facts and answers about a program can depend on, but for the version of TypeScript and of this engine.
 *
 * @param hash of a file's text is asked for once per syntax tree: programs share the trees that did not change
 */
export function digestOf(program: ts.Program & InternalProgram, hash: Hash): ProgramDigest {
  const files = new Map<string, FileDigest>();
  // `configFile` is the parsed tsconfig itself, a syntax tree with cycles.
  const surroundings = [JSON.stringify({ ...program.getCompilerOptions(), configFile: undefined })];
  for (const file of program.getSourceFiles()) {
    const { fileName, impliedNodeFormat = "" } = file;
    const isOutside = program.isSourceFileFromExternalLibrary(file);
    const text = textHash(file, hash);
    const imports = importsOf(program, file);
    const reading = hash([impliedNodeFormat, isOutside, ...imports.flat()].join("\0"));
    const mayBeOwn = isSource(fileName) && !isOutside && !fileName.includes("/node_modules/");
    if (mayBeOwn) files.set(fileName, { text, reading, imports: imports.map(([, target]) => target) });
    if (!mayBeOwn || isAmbient(file)) surroundings.push(`${fileName}\0${text}\0${reading}`);
  }
  return { surroundings: hash(surroundings.join("\n")), files };
}

/** The digest in one text. */
export function digestText({ surroundings, files }: ProgramDigest, hash: Hash): string {
  return hash(
    [surroundings, ...[...files].map(([path, { text, reading }]) => `${path}\0${text}\0${reading}`)].join("\n"),
  );
}

const textHashes = new WeakMap<ts.SourceFile, string>();

function textHash(file: ts.SourceFile, hash: Hash): string {
  const known = textHashes.get(file);
  if (known !== undefined) return known;
  const made = hash(file.text);
  textHashes.set(file, made);
  return made;
}

/** What each import leads to. The same texts may lead elsewhere when a manifest or the set of files changes. */
function importsOf(program: InternalProgram, file: ts.SourceFile): [specifier: string, target: string][] {
  const imports: [string, string][] = [];
  program.forEachResolvedModule?.(({ resolvedModule }, specifier) => {
    imports.push([specifier, resolvedModule?.resolvedFileName ?? ""]);
  }, file);
  return imports;
}
