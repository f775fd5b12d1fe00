/** Opens the TypeScript programs that cover a set of paths: by their tsconfigs, or inferred where there is none. */
import type ts from "typescript";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";
import { configAbove, type Config, isConfig, parseConfigs } from "./configs.js";
import type { TypeScript } from "./declaration.js";
import { isDeclaration, isSource, normalise, parentOf } from "./file-names.js";
import { dependencyVersions } from "./dependencies.js";
import { withReadableJson } from "./readable-json.js";
import { publicFiles, SourceFiles } from "./source-files.js";
import { Workspace } from "./workspace.js";

export interface OpenedProgram {
  readonly program: ts.Program;
  /** The source files this program speaks for. */
  readonly files: readonly string[];
  /** The same program, with other texts for some of its files. */
  withTexts?(texts: ReadonlyMap<string, string>): ts.Program;
}

/** A program that can be made again when texts change. */
export interface EditableProgram extends OpenedProgram {
  /** The same program over the source files as they are now. What did not change is taken over from the old one. */
  rebuild(old: ts.Program): ts.Program;
}

export interface OpenedPrograms {
  readonly programs: readonly OpenedProgram[];
  readonly problems: readonly Problem[];
  /** The directories that were asked for. */
  readonly roots: readonly string[];
  /** What findings are reported of; absent where a tsconfig was asked for, which says that itself. */
  readonly scope?: readonly string[];
  /** Files that a manifest's `bin` and its scripts run: command-line tools. */
  readonly executables: ReadonlySet<string>;
  /** What the packages of the workspace offer to whoever installs them. */
  readonly publicFiles: ReadonlySet<string>;
  /** Which version of a package a file may import, as the manifests around it have it; undefined where none has it. */
  readonly versionOf: (file: string, name: string) => string | undefined;
  /** Configuration files of this engine below the directories that were asked for. */
  readonly configurations: readonly string[];
  /** What the programs were read from; absent where somebody else opened them. */
  readonly host?: ProjectHost;
}

export interface EditablePrograms extends OpenedPrograms {
  readonly programs: readonly EditableProgram[];
  readonly sources: SourceFiles;
  /** Those of {@link OpenedPrograms.problems} that are not about source files. */
  readonly configProblems: readonly Problem[];
  /** Equal where two openings read texts in the same way. */
  readonly optionsKey: string;
}

export interface Opening {
  /** An earlier one, whose source files are taken over where their texts are still the same. */
  readonly previous?: EditablePrograms;
  /**
   * Whether to read of each config's files those alone that lie in the paths, and what they import; and the declarations,
   * which nobody imports. For projects too large to be read as a whole.
   */
  readonly isPartial?: boolean;
}

/**
 * Opens programs for paths (absolute, forward slashes): directories, source files or tsconfig files.
 * A file belongs to the first config that lists it, nearest first; the rest form an inferred program.
 */
export function openPrograms(
  ts: TypeScript,
  disk: ProjectHost,
  paths: readonly string[],
  { previous, isPartial = false }: Opening = {},
): EditablePrograms {
  const problems: Problem[] = [];
  const host = withReadableJson(disk, problems);
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
  const optionsKey = keyOfOptions(ts, configs);
  const sources = new SourceFiles(ts, host, previous?.optionsKey === optionsKey ? previous.sources : undefined);
  const packages = workspace.packages();
  const open = (
    files: readonly string[],
    settings: Pick<ts.CreateProgramOptions, "rootNames" | "options" | "projectReferences">,
  ): EditableProgram => {
    const compilerHost = sources.host(settings.options, packages);
    const untouched = { ...compilerHost };
    const rebuild = (old?: ts.Program): ts.Program => {
      const program = ts.createProgram({ ...settings, host: compilerHost, ...(old && { oldProgram: old }) });
      // The compiler leaves a method of the program's in it: every program would hold all those before it.
      Object.assign(compilerHost, untouched);
      return program;
    };
    return { files, program: rebuild(), rebuild, withTexts };

    function withTexts(this: OpenedProgram, texts: ReadonlyMap<string, string>): ts.Program {
      // A file that is not there yet is looked for by those that import it.
      const resolutions = [...texts.keys()].every((name) => compilerHost.fileExists(name))
        ? compilerHost
        : sources.host(settings.options, packages, texts);
      const host: ts.CompilerHost = {
        ...resolutions,
        getSourceFile(name, how, ...others) {
          const text = texts.get(name);
          return text === undefined
            ? compilerHost.getSourceFile(name, how, ...others)
            : ts.createSourceFile(name, text, how, true);
        },
      };
      return ts.createProgram({ ...settings, host, oldProgram: this.program });
    }
  };

  const unclaimed = new Set(wanted);
  const programs: EditableProgram[] = [];
  for (const { parsed } of configs) {
    const files = parsed.fileNames.map(normalise).filter((file) => unclaimed.has(file));
    if (files.length === 0) continue;
    for (const file of files) unclaimed.delete(file);
    const { fileNames, projectReferences } = parsed;
    const rootNames = isPartial ? [...new Set([...files, ...fileNames.filter(isDeclaration)])] : fileNames;
    const options = { ...parsed.options, ...ANALYSIS_OPTIONS };
    programs.push(open(files, { rootNames, options, ...(projectReferences && { projectReferences }) }));
  }
  if (unclaimed.size > 0) {
    programs.push(open([...unclaimed], { rootNames: [...unclaimed], options: inferredOptions(ts) }));
  }
  sources.forgetPrevious();
  return {
    programs,
    problems: [...problems, ...sources.problems],
    configProblems: problems,
    roots: requested.map(({ directory }) => directory),
    ...(!requested.some(({ isConfig }) => isConfig) && { scope: paths }),
    executables: workspace.executables(),
    publicFiles: publicFiles(host, packages),
    versionOf: dependencyVersions(host),
    configurations: workspace.configurations,
    host,
    sources,
    optionsKey,
  };
}

/** The distinct ways in which configs have source files parsed and bound. */
function keyOfOptions(ts: TypeScript, configs: readonly Config[]): string {
  const registry = ts.createDocumentRegistry();
  const keys = configs.map(({ parsed }) => registry.getKeyForCompilationSettings(parsed.options));
  return [...new Set(keys)].sort().join("\n");
}

/**
 * The same programs after some texts changed.
 *
 * @param edited files that at least one of the programs has read, and that were read again since
 */
export function rebuildPrograms(opened: EditablePrograms, edited: readonly string[]): EditablePrograms {
  const { sources, configProblems } = opened;
  const programs = opened.programs.map((each) => {
    const isConcerned = edited.some((file) => each.program.getSourceFile(file));
    return isConcerned ? { ...each, program: each.rebuild(each.program) } : each;
  });
  return { ...opened, programs, problems: [...configProblems, ...sources.problems] };
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
    // What browsers have besides takes half of the time in which a small project is opened.
    lib: ["lib.esnext.d.ts"],
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    resolveJsonModule: true,
    jsx: ts.JsxEmit.Preserve,
    strict: false,
    experimentalDecorators: true,
  };
}
function describe(
  host: ProjectHost,
  path: string,
): { path: string; directory: string; isDirectory: boolean; isConfig: boolean } {
  const isDirectory = host.directoryExists(path);
  return {
    path,
    directory: isDirectory ? path : parentOf(path),
    isDirectory,
    isConfig: !isDirectory && isConfig(path),
  };
}
