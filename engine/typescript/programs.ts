/** Opens the TypeScript programs that cover a set of paths: by their tsconfigs, or inferred where there is none. */
import ignore from "ignore";
import type ts from "typescript";
import { CONFIGURATION_FILE } from "../configuration/configuration.js";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";
import type { TypeScript } from "./declaration.js";

/** Larger source files are generated or bundled: they are named in a problem and left unread. */
export const MAX_SOURCE_BYTES = 1_000_000;

const SOURCE_FILE = /\.[cm]?[jt]sx?$/u;
const DECLARATION_FILE = /\.d\.[cm]?ts$|\.d\.[^./]+\.ts$/u;
const MINIFIED_FILE = /\.(?:min|bundle)\.[cm]?js$/u;
const CONFIG_FILE = /^(?:tsconfig|jsconfig)(?:\.[\w-]+)*\.json$/u;
/** Never source: dependencies, version control, and what builds and tools write. */
const SKIPPED_DIRECTORIES = new Set(["node_modules", "bower_components", "dist", "build", "out", "coverage", "vendor"]);

export interface OpenedProgram {
  readonly program: ts.Program;
  /** The source files this program speaks for. */
  readonly files: readonly string[];
}

export interface OpenedPrograms {
  readonly programs: readonly OpenedProgram[];
  readonly problems: readonly Problem[];
  /** The directories that were asked for. */
  readonly roots: readonly string[];
  /** What findings are reported of; absent where a tsconfig was asked for, which says that itself. */
  readonly scope?: readonly string[];
  /** Files that a manifest's `bin` names: command-line tools. */
  readonly executables: ReadonlySet<string>;
  /** Configuration files of this engine below the directories that were asked for. */
  readonly configurations: readonly string[];
}

interface Config {
  readonly path: string;
  readonly parsed: ts.ParsedCommandLine;
}

/**
 * Opens programs for paths (absolute, forward slashes): directories, source files or tsconfig files.
 * A file belongs to the first config that lists it, nearest first; the rest form an inferred program.
 */
export function openPrograms(ts: TypeScript, host: ProjectHost, paths: readonly string[]): OpenedPrograms {
  const problems: Problem[] = [];
  const workspace = new Workspace(host);
  const requested = paths.map((path) => describe(host, path));
  const scan = requested.flatMap(({ directory, isDirectory }) => (isDirectory ? [workspace.scan(directory)] : []));
  const configPaths = new Set([
    ...requested.flatMap(({ path, isConfig }) => (isConfig ? [path] : [])),
    ...requested.flatMap(({ directory, isConfig }) => (isConfig ? [] : configAbove(host, directory))),
    ...scan.flatMap((found) => found.configs),
  ]);
  const configs = parseConfigs(ts, host, [...configPaths], problems);
  const sourceFiles = new Set([
    ...requested.flatMap(({ path, isDirectory, isConfig }) => (isDirectory || isConfig ? [] : [path])),
    ...scan.flatMap((found) => found.sources),
    ...requested.flatMap(({ path, isConfig }) =>
      isConfig ? configs.filter((config) => config.path === path).flatMap((config) => config.parsed.fileNames) : [],
    ),
  ]);
  const wanted = [...sourceFiles].filter((file) => isSource(file));
  const cache = new SourceFileCache(ts, host, problems);
  const packages = workspace.packages();

  const unclaimed = new Set(wanted);
  const programs: OpenedProgram[] = [];
  for (const config of configs) {
    const files = config.parsed.fileNames.map(normalise).filter((file) => unclaimed.has(file));
    if (files.length === 0) continue;
    for (const file of files) unclaimed.delete(file);
    const options = { ...config.parsed.options, ...ANALYSIS_OPTIONS };
    const references = config.parsed.projectReferences;
    programs.push({
      files,
      program: ts.createProgram({
        rootNames: config.parsed.fileNames,
        options,
        host: cache.host(options, packages),
        ...(references && { projectReferences: references }),
      }),
    });
  }
  if (unclaimed.size > 0) {
    const files = [...unclaimed];
    const options = inferredOptions(ts);
    programs.push({
      files,
      program: ts.createProgram({ rootNames: files, options, host: cache.host(options, packages) }),
    });
  }
  return {
    programs,
    problems,
    roots: requested.map(({ directory }) => directory),
    ...(!requested.some(({ isConfig }) => isConfig) && { scope: paths }),
    executables: workspace.executables(),
    configurations: workspace.configurations,
  };
}

/** Nothing is emitted, JavaScript is read along, and its dependencies' JavaScript is not. */
const ANALYSIS_OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  allowJs: true,
  checkJs: false,
  maxNodeModuleJsDepth: 0,
  skipLibCheck: true,
  incremental: false,
  composite: false,
};

function inferredOptions(ts: TypeScript): ts.CompilerOptions {
  return {
    ...ANALYSIS_OPTIONS,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    resolveJsonModule: true,
    jsx: ts.JsxEmit.Preserve,
    strict: false,
    experimentalDecorators: true,
  };
}

// ── What was asked for ──────────────────────────────────────────────────────────────────────

function describe(
  host: ProjectHost,
  path: string,
): { path: string; directory: string; isDirectory: boolean; isConfig: boolean } {
  const isDirectory = host.directoryExists(path);
  return {
    path,
    directory: isDirectory ? path : parentOf(path),
    isDirectory,
    isConfig: !isDirectory && CONFIG_FILE.test(baseOf(path)),
  };
}

/** The config of the directory itself or of the nearest one above it. */
function configAbove(host: ProjectHost, directory: string): string[] {
  for (let at = directory; ; at = parentOf(at)) {
    const found = ["tsconfig.json", "jsconfig.json"]
      .map((name) => join(at, name))
      .find((path) => host.fileExists(path));
    if (found !== undefined) return [found];
    if (at === parentOf(at) || host.directoryExists(join(at, ".git"))) return [];
  }
}

interface Scan {
  readonly configs: string[];
  readonly sources: string[];
}

class Workspace {
  readonly #host: ProjectHost;
  readonly configurations: string[] = [];
  readonly #manifests: string[] = [];

  constructor(host: ProjectHost) {
    this.#host = host;
  }

  /** All configs and source files below a directory, without what is ignored by git or written by builds. */
  scan(root: string): Scan {
    const found: Scan = { configs: [], sources: [] };
    this.#scanInto(root, found, [], new Set());
    return found;
  }

  #scanInto(
    directory: string,
    found: Scan,
    ignores: readonly { readonly base: string; readonly rules: ReturnType<typeof ignore> }[],
    seen: Set<string>,
  ): void {
    const real = this.#host.realpath(directory);
    if (seen.has(real)) return;
    seen.add(real);
    const { files, directories } = this.#host.listDirectory(directory);
    const gitignore = files.includes(".gitignore") ? this.#host.readFile(join(directory, ".gitignore")) : undefined;
    const rules = gitignore === undefined ? ignores : [...ignores, { base: directory, rules: ignore().add(gitignore) }];
    const isIgnored = (path: string): boolean =>
      rules.some(({ base, rules: matcher }) => matcher.ignores(path.slice(base.length).replace(/^\//u, "")));
    for (const name of files) {
      const path = join(directory, name);
      if (name === "package.json") this.#manifests.push(path);
      if (name === CONFIGURATION_FILE) this.configurations.push(path);
      if (CONFIG_FILE.test(name)) found.configs.push(path);
      else if (isSource(path) && !isIgnored(path)) found.sources.push(path);
    }
    for (const name of directories) {
      if (name.startsWith(".") || SKIPPED_DIRECTORIES.has(name)) continue;
      const path = join(directory, name);
      if (!isIgnored(`${path}/`)) this.#scanInto(path, found, rules, seen);
    }
  }

  /** What the `bin` fields of manifests name, as the source files they are built from. */
  executables(): ReadonlySet<string> {
    const found = this.#manifests.flatMap((path) => {
      const { bin } = parseObject(this.#host.readFile(path)) ?? {};
      const targets =
        typeof bin === "string" ? [bin] : typeof bin === "object" && bin !== null ? Object.values(bin) : [];
      return targets.flatMap((target) =>
        typeof target === "string"
          ? sourceCandidates(target).flatMap((base) => asSource(this.#host, join(parentOf(path), base)) ?? [])
          : [],
      );
    });
    return new Set(found);
  }

  /** The workspace's own packages by name, so that they resolve to source where they are not linked or built. */
  packages(): ReadonlyMap<string, WorkspacePackage> {
    const packages = new Map<string, WorkspacePackage>();
    for (const path of this.#manifests) {
      const manifest = parseObject(this.#host.readFile(path));
      const name = manifest?.["name"];
      if (manifest && typeof name === "string" && !packages.has(name))
        packages.set(name, { directory: parentOf(path), manifest });
    }
    return packages;
  }
}

interface WorkspacePackage {
  readonly directory: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

// ── Configs ─────────────────────────────────────────────────────────────────────────────────

function parseConfigs(ts: TypeScript, host: ProjectHost, paths: readonly string[], problems: Problem[]): Config[] {
  const configs = new Map<string, Config>();
  const configHost = parseConfigHost(ts, host);
  const add = (path: string): void => {
    if (configs.has(path)) return;
    const text = host.readFile(path);
    if (text === undefined) {
      problems.push({
        file: path,
        message: "The configuration file is not there or cannot be read; its files are analysed without it.",
      });
      return;
    }
    const source = ts.parseJsonText(path, text);
    const parsed = ts.parseJsonSourceFileConfigFileContent(source, configHost, parentOf(path), {}, path);
    configs.set(path, { path, parsed });
    for (const error of parsed.errors) {
      // An empty file list is normal for configs that only hold references.
      if (error.code === 18_002 || error.code === 18_003) continue;
      problems.push({
        file: path,
        message: `The configuration is broken: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`,
      });
    }
    for (const reference of parsed.projectReferences ?? []) add(normalise(ts.resolveProjectReferencePath(reference)));
  };
  paths.forEach(add);
  return [...configs.values()].sort(byNearness);
}

/** Deeper directories first; in a directory `tsconfig.json` before its variants, smaller file lists first. */
function byNearness(a: Config, b: Config): number {
  const depth = (config: Config): number => config.path.split("/").length;
  const rank = (config: Config): number => (/(?:^|\/)[tj]sconfig\.json$/u.test(config.path) ? 0 : 1);
  return depth(b) - depth(a) || rank(a) - rank(b) || a.parsed.fileNames.length - b.parsed.fileNames.length;
}

function parseConfigHost(ts: TypeScript, host: ProjectHost): ts.ParseConfigHost {
  return {
    useCaseSensitiveFileNames: host.useCaseSensitiveFileNames,
    fileExists: (path) => host.fileExists(path),
    readFile: (path) => host.readFile(path),
    readDirectory: (root, extensions, excludes, includes, depth) =>
      matchFiles(ts, host, root, extensions, excludes, includes, depth),
  };
}

type MatchFiles = (
  path: string,
  extensions: readonly string[] | undefined,
  excludes: readonly string[] | undefined,
  includes: readonly string[] | undefined,
  useCaseSensitiveFileNames: boolean,
  currentDirectory: string,
  depth: number | undefined,
  getFileSystemEntries: (path: string) => { files: readonly string[]; directories: readonly string[] },
  realpath: (path: string) => string,
) => string[];

/** TypeScript's own matcher of `include` and `exclude`, which every host of it uses; it is not in the public types. */
function matchFiles(
  ts: TypeScript,
  host: ProjectHost,
  root: string,
  extensions: readonly string[],
  excludes: readonly string[] | undefined,
  includes: readonly string[],
  depth: number | undefined,
): string[] {
  const { matchFiles: match } = ts as TypeScript & { matchFiles: MatchFiles };
  return match(
    root,
    extensions,
    excludes,
    includes,
    host.useCaseSensitiveFileNames,
    root,
    depth,
    (path) => host.listDirectory(path),
    (path) => host.realpath(path),
  );
}

// ── Source files and resolution ─────────────────────────────────────────────────────────────

/** Parses every file once, however many programs share it. */
class SourceFileCache {
  readonly #ts: TypeScript;
  readonly #host: ProjectHost;
  readonly #problems: Problem[];
  readonly #files = new Map<string, ts.SourceFile | undefined>();

  constructor(typescript: TypeScript, host: ProjectHost, problems: Problem[]) {
    this.#ts = typescript;
    this.#host = host;
    this.#problems = problems;
  }

  host(options: ts.CompilerOptions, packages: ReadonlyMap<string, WorkspacePackage>): ts.CompilerHost {
    const ts = this.#ts;
    const host = this.#host;
    const getCanonicalFileName = (path: string): string => (host.useCaseSensitiveFileNames ? path : path.toLowerCase());
    const resolutionCache = ts.createModuleResolutionCache("/", getCanonicalFileName, options);
    const compilerHost: ts.CompilerHost & { useSourceOfProjectReferenceRedirect?(): boolean } = {
      getSourceFile: (fileName, languageVersionOrOptions) => this.#get(fileName, languageVersionOrOptions),
      getDefaultLibFileName: (libOptions) => join(this.#libDirectory(), ts.getDefaultLibFileName(libOptions)),
      getDefaultLibLocation: () => this.#libDirectory(),
      writeFile: () => undefined,
      getCurrentDirectory: () => "/",
      getCanonicalFileName,
      useCaseSensitiveFileNames: () => host.useCaseSensitiveFileNames,
      getNewLine: () => "\n",
      fileExists: (path) => host.fileExists(path),
      readFile: (path) => host.readFile(path),
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

  #libDirectory(): string {
    // The compiler knows where its own library lies; the text is read through the host like any other file.
    return normalise(parentOf(normalise(this.#ts.sys.getExecutingFilePath())));
  }

  #get(
    fileName: string,
    languageVersionOrOptions: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    const format =
      typeof languageVersionOrOptions === "object" ? languageVersionOrOptions.impliedNodeFormat : undefined;
    const key = `${fileName}\0${String(format)}`;
    if (this.#files.has(key)) return this.#files.get(key);
    const file = this.#parse(fileName, languageVersionOrOptions);
    this.#files.set(key, file);
    return file;
  }

  #parse(
    fileName: string,
    languageVersionOrOptions: ts.ScriptTarget | ts.CreateSourceFileOptions,
  ): ts.SourceFile | undefined {
    const size = this.#host.fileSize(fileName);
    const isOwnSource = !fileName.includes("/node_modules/") && !DECLARATION_FILE.test(fileName);
    const isTooLarge = isOwnSource && size !== undefined && size > MAX_SOURCE_BYTES;
    if (isTooLarge) {
      const megabytes = (size / 1_000_000).toFixed(1);
      this.#problems.push({
        file: fileName,
        message: `The file has ${megabytes} MB and is taken for generated code: it was not analysed.`,
      });
    }
    const text = isTooLarge ? "" : this.#host.readFile(fileName);
    if (text === undefined) {
      if (this.#host.fileExists(fileName) && isOwnSource) {
        this.#problems.push({ file: fileName, message: "The file cannot be read: it was not analysed." });
      }
      return undefined;
    }
    return this.#ts.createSourceFile(fileName, text, languageVersionOrOptions, true);
  }
}

/** Source of a workspace package that is imported by name but not linked, or linked to output that is not built. */
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

function isOutputOf(packages: ReadonlyMap<string, WorkspacePackage>, file: string): boolean {
  if (!DECLARATION_FILE.test(file) || file.includes("/node_modules/")) return false;
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

/** `./dist/api/index.js` is written from `src/api/index`. */
function sourceCandidates(target: string): string[] {
  const path = target.replace(/^\.\//u, "").replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, "");
  const inSource = path.replace(/^(?:dist|build|lib|out)(?:\/(?:esm|cjs|types|src))?\//u, "src/");
  return inSource === path ? [path] : [inSource, inSource.replace(/^src\//u, ""), path];
}

function asSource(host: ProjectHost, base: string): string | undefined {
  const candidates = [
    base,
    ...[".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", "/index.ts", "/index.tsx", "/index.js"].map(
      (end) => `${base}${end}`,
    ),
  ];
  return candidates.find((path) => isSource(path) && host.fileExists(path));
}

// ── Paths ───────────────────────────────────────────────────────────────────────────────────

/** Whether a path is source that is analysed: neither declarations nor minified. */
export function isSource(path: string): boolean {
  return SOURCE_FILE.test(path) && !DECLARATION_FILE.test(path) && !MINIFIED_FILE.test(path);
}

function extensionOf(path: string): string {
  return /\.[cm]?[jt]sx?$/u.exec(path)?.[0] ?? "";
}

function parseObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function normalise(path: string): string {
  return path.replaceAll("\\", "/");
}

function join(directory: string, name: string): string {
  return directory.endsWith("/") ? `${directory}${name}` : `${directory}/${name}`;
}

function parentOf(path: string): string {
  const at = path.lastIndexOf("/");
  if (at < 0) return path;
  return at === 0 ? "/" : path.slice(0, at);
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
