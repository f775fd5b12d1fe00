/** Source files, parsed once for all programs, and how the imports between them resolve. */
import type ts from "typescript";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";
import { matchFiles } from "./configs.js";
import type { TypeScript } from "./declaration.js";
import { extensionOf, isDeclaration, join, normalise, parentOf } from "./file-names.js";
import { isTooDeep } from "./nesting.js";
import { asSource, sourceCandidates, type WorkspacePackage } from "./workspace.js";

/** Larger source files are generated or bundled: they are named in a problem and left unread. */
export const MAX_SOURCE_BYTES = 1_000_000;

/** One text can be read in several ways: as CommonJS by one program, as a module by another. */
interface Reading {
  readonly file: ts.SourceFile | undefined;
  readonly options: ts.ScriptTarget | ts.CreateSourceFileOptions;
}

const NO_FILES: ReadonlyMap<string, string> = new Map();

/** Parses every file once, however many programs share it, and again when it is told that a text changed. */
export class SourceFiles {
  readonly #ts: TypeScript;
  readonly #host: ProjectHost;
  /** By path, then by module format. */
  readonly #readings = new Map<string, Map<string, Reading>>();
  readonly #problems = new Map<string, Problem>();
  #previous: SourceFiles | undefined;

  /** @param previous files that are taken over where their text is still the same */
  constructor(typescript: TypeScript, host: ProjectHost, previous?: SourceFiles) {
    this.#ts = typescript;
    this.#host = host;
    this.#previous = previous;
  }

  /** What could not be read. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  /** Parses a file again, in all the ways it was read, for programs to come. */
  reread(fileName: string): void {
    this.#problems.delete(fileName);
    const readings = this.#readings.get(fileName);
    for (const [format, { options }] of readings ?? []) {
      readings?.set(format, { file: this.parse(fileName, options), options });
    }
  }

  /** The syntax tree of a file, as it was last read for some program. */
  treeOf(fileName: string): ts.SourceFile | undefined {
    for (const { file } of this.#readings.get(fileName)?.values() ?? []) if (file) return file;
    return undefined;
  }

  /** @param format of the module, as text */
  find(fileName: string, format: string): ts.SourceFile | undefined {
    return this.#readings.get(fileName)?.get(format)?.file;
  }

  /** Lets go of what was taken over, once all programs are made. */
  forgetPrevious(): void {
    this.#previous = undefined;
  }

  /** @param more files that are not there yet */
  host(
    options: ts.CompilerOptions,
    packages: ReadonlyMap<string, WorkspacePackage>,
    more: ReadonlyMap<string, string> = NO_FILES,
  ): ts.CompilerHost {
    const ts = this.#ts;
    const host = this.#host;
    const getCanonicalFileName = (path: string): string => (host.useCaseSensitiveFileNames ? path : path.toLowerCase());
    const resolutionCache = ts.createModuleResolutionCache("/", getCanonicalFileName, options);
    const compilerHost: ts.CompilerHost & { useSourceOfProjectReferenceRedirect?(): boolean } = {
      getSourceFile: (fileName, languageVersionOrOptions) => this.get(fileName, languageVersionOrOptions),
      getDefaultLibFileName: (libOptions) => join(this.libDirectory(), ts.getDefaultLibFileName(libOptions)),
      getDefaultLibLocation: () => this.libDirectory(),
      writeFile: () => undefined,
      getCurrentDirectory: () => "/",
      getCanonicalFileName,
      useCaseSensitiveFileNames: () => host.useCaseSensitiveFileNames,
      getNewLine: () => "\n",
      fileExists: (path) => more.has(path) || host.fileExists(path),
      readFile: (path) => more.get(path) ?? host.readFile(path),
      directoryExists: (path) => host.directoryExists(path),
      getDirectories: (path) => [...host.listDirectory(path).directories],
      readDirectory: (root, extensions, excludes, includes, depth) =>
        matchFiles(ts, host, root, extensions, excludes, includes, depth),
      realpath: (path) => host.realpath(path),
      getModuleResolutionCache: () => resolutionCache,
      // References lead to the referenced project's source, built or not.
      useSourceOfProjectReferenceRedirect: () => true,
    };
    compilerHost.resolveModuleNameLiterals = (literals, containingFile, redirected, _options, containingSourceFile) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(
          containingSourceFile,
          literal,
          redirected?.commandLine.options ?? options,
        );
        const resolution = ts.resolveModuleName(
          literal.text,
          containingFile,
          redirected?.commandLine.options ?? options,
          compilerHost,
          resolutionCache,
          redirected,
          mode,
        );
        const own = workspaceFile(host, packages, literal.text, resolution.resolvedModule);
        return own === undefined
          ? resolution
          : { resolvedModule: { resolvedFileName: own, extension: extensionOf(own), isExternalLibraryImport: false } };
      });
    return compilerHost;
  }

  private libDirectory(): string {
    // The compiler knows where its own library lies; the text is read through the host like any other file.
    return normalise(parentOf(normalise(this.#ts.sys.getExecutingFilePath())));
  }

  private get(fileName: string, options: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.SourceFile | undefined {
    const format = String(typeof options === "object" ? options.impliedNodeFormat : undefined);
    const readings = this.#readings.get(fileName) ?? new Map<string, Reading>();
    this.#readings.set(fileName, readings);
    const known = readings.get(format);
    if (known) return known.file;
    const file = this.takenOver(fileName, format) ?? this.parse(fileName, options);
    readings.set(format, { file, options });
    return file;
  }

  private takenOver(fileName: string, format: string): ts.SourceFile | undefined {
    const file = this.#previous?.find(fileName, format);
    return file && file.text === this.#host.readFile(fileName) ? file : undefined;
  }

  private parse(
    fileName: string,
    languageVersionOrOptions: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    const size = this.#host.fileSize(fileName);
    const isOwnSource = !fileName.includes("/node_modules/") && !isDeclaration(fileName);
    const isTooLarge = isOwnSource && size !== undefined && size > MAX_SOURCE_BYTES;
    if (isTooLarge) {
      const megabytes = (size / 1_000_000).toFixed(1);
      this.#problems.set(fileName, {
        file: fileName,
        message: `The file has ${megabytes} MB and is taken for generated code: it was not analysed.`,
      });
    }
    const text = isTooLarge ? "" : this.#host.readFile(fileName);
    if (text === undefined) {
      if (this.#host.fileExists(fileName) && isOwnSource) {
        this.#problems.set(fileName, { file: fileName, message: "The file cannot be read: it was not analysed." });
      }
      return undefined;
    }
    const file = this.parseText(fileName, text, languageVersionOrOptions);
    if (file && !(isOwnSource && isTooDeep(this.#ts, file))) return file;
    this.#problems.set(fileName, { file: fileName, message: "The file is nested too deeply: it was not analysed." });
    return this.#ts.createSourceFile(fileName, "", languageVersionOrOptions, true);
  }

  /** The declarations of the language and of Node, which are large: what they say in comments is of no interest. */
  private isOfTheLanguage(fileName: string): boolean {
    return (
      isDeclaration(fileName) &&
      (fileName.includes("/node_modules/@types/node/") || fileName.startsWith(`${this.libDirectory()}/lib.`))
    );
  }

  private withoutComments(options: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
    const all = typeof options === "object" ? options : { languageVersion: options };
    return { ...all, jsDocParsingMode: this.#ts.JSDocParsingMode.ParseNone };
  }

  /** @returns undefined where the parser, which calls itself for what is nested, runs out of stack */
  private parseText(
    fileName: string,
    text: string,
    languageVersionOrOptions: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    try {
      return this.isOfTheLanguage(fileName)
        ? this.#ts.createSourceFile(fileName, text, this.withoutComments(languageVersionOrOptions))
        : this.#ts.createSourceFile(fileName, text, languageVersionOrOptions, true);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

/** Source of a workspace package that is imported by name but is not linked, or is linked to output that is not built. */
function workspaceFile(
  host: ProjectHost,
  packages: ReadonlyMap<string, WorkspacePackage>,
  specifier: string,
  resolved: ts.ResolvedModuleFull | ts.ResolvedModule | undefined,
): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return undefined;
  if (resolved && !isOutputOf(packages, resolved.resolvedFileName)) return undefined;
  const segments = specifier.split("/");
  const nameLength = specifier.startsWith("@") ? 2 : 1;
  const own = packages.get(segments.slice(0, nameLength).join("/"));
  if (!own) return undefined;
  const subpath = segments.slice(nameLength).join("/");
  const targets =
    subpath === "" ? entryPoints(own.manifest) : [...exportTargets(own.manifest, `./${subpath}`), subpath];
  const bases = targets.flatMap(sourceCandidates);
  if (subpath === "") bases.push("src/index", "index", "lib/index", "src/main");
  else bases.push(`src/${subpath}`, `src/exports/${subpath}`);
  for (const base of bases) {
    const found = asSource(host, join(own.directory, base));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The source files that packages name as their entry points, unless they are private. */
export function publicFiles(host: ProjectHost, packages: ReadonlyMap<string, WorkspacePackage>): ReadonlySet<string> {
  const files = [...packages.values()].flatMap(({ directory, manifest }) =>
    manifest["private"] === true
      ? []
      : [...entryPoints(manifest), ...allExports(manifest)]
          .flatMap(sourceCandidates)
          .flatMap((base) => asSource(host, join(directory, base)) ?? []),
  );
  return new Set(files);
}

function allExports({ exports }: WorkspacePackage["manifest"]): string[] {
  if (typeof exports !== "object" || exports === null) return [];
  return Object.keys(exports).flatMap((subpath) => exportTargets({ exports }, subpath));
}

function isOutputOf(packages: ReadonlyMap<string, WorkspacePackage>, file: string): boolean {
  if (!isDeclaration(file) || file.includes("/node_modules/")) return false;
  return [...packages.values()].some(({ directory }) => file.startsWith(`${directory}/`));
}

function entryPoints(manifest: WorkspacePackage["manifest"]): string[] {
  const fields = ["source", "module", "main", "types"].flatMap((field) =>
    typeof manifest[field] === "string" ? [manifest[field]] : [],
  );
  return [...exportTargets(manifest, "."), ...fields];
}

/** Every target that `exports` names for a subpath, whatever the condition. */
function exportTargets(manifest: WorkspacePackage["manifest"], subpath: string): string[] {
  const { exports } = manifest;
  if (typeof exports === "string") return subpath === "." ? [exports] : [];
  if (typeof exports !== "object" || exports === null) return [];
  const table = exports as Readonly<Record<string, unknown>>;
  const isTable = Object.keys(table).some((key) => key.startsWith("."));
  const entry = isTable ? table[subpath] : subpath === "." ? table : undefined;
  const targets: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") targets.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  collect(entry);
  return targets;
}
