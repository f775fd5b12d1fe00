/** Turns TypeScript programs into a project: facts of every source file, and an oracle over them all. */
import type ts from "typescript";
import type { Configuration } from "../configuration/configuration.js";
import { findConfiguration, readConfiguration } from "../configuration/read.js";
import type { FileFacts } from "../facts/facts.js";
import type { Progress } from "../progress.js";
import type { Answer, Oracle } from "../reference.js";
import type { FileRole, Project, ProjectFile, ProjectHost } from "../project.js";
import { failureProblem, textOf } from "../rules/failure.js";
import type { Problem } from "../rules/finding.js";
import bundledTypeScript from "./bundled-typescript.cjs";
import type { TypeScript } from "./declaration.js";
import { createOracle } from "./oracle.js";
import { isSource } from "./file-names.js";
import { createHandlerReader } from "./handlers/handler-reader.js";
import type { OracleOptions } from "./resolver.js";
import { openPrograms, type OpenedProgram, type OpenedPrograms } from "./programs.js";
import { readFacts } from "./read-facts.js";
import { mayHaveTags } from "./read-tags.js";
import { createRewriter } from "./rewriter.js";
import type { OwnFile } from "./rewriting/uses.js";
import { createSchemaReader, type UnnamedSchemaReader } from "./schemas/reader.js";

export interface OpenOptions {
  onProgress?(progress: Progress): void;
}

export interface PathsOptions extends OpenOptions {
  /** The configuration file (absolute, forward slashes); by default the nearest above each path, and those below. */
  readonly configuration?: string;
  /** The compiler that reads the project; the bundled one by default. */
  readonly typescript?: TypeScript;
}

export interface ProgramsOptions extends OpenOptions {
  /** What the project says about itself, the nearest first. */
  readonly configurations?: readonly Configuration[];
  /** The compiler that made the programs; the bundled one by default. */
  readonly typescript?: TypeScript;
  /** Directory that file roles are judged from; paths above it do not make a file a test. */
  readonly root?: string;
}

const TEST_PATH =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?)\/|\.(?:test|spec|cy|e2e|e2e-spec|stories|bench)\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:jest|vitest|mocha|test|global)[.-]?(?:setup|teardown)|setup[.-]?tests?)(?:\.\w+)?\.[cm]?[jt]sx?$/iu;
const SCRIPT_PATH =
  /(?:^|\/)(?:scripts?|bin|tools?|(?:\w+[_-])?migrations?|seeds?|seeders?)\/|\.config\.[cm]?[jt]s$|(?:^|\/)(?:gulpfile|Gruntfile|jakefile)\.[cm]?[jt]s$/u;

/**
 * Opens what covers the paths: directories, source files or tsconfig files (absolute, forward slashes).
 * Never throws on bad input: what could not be read is listed in the project's problems.
 */
export function openProject(host: ProjectHost, paths: readonly string[], options: PathsOptions = {}): Project {
  const { typescript = bundledTypeScript } = options;
  const opened = openPrograms(typescript, host, paths);
  const project = createProject(typescript, opened, options);
  return configured(project, readConfigurations(host, opened, options));
}

/** The project with what its configuration files say now. */
export function configured(project: Project, { configurations, problems }: ReadConfigurations): Project {
  return configurations.length === 0
    ? project
    : { ...project, problems: [...project.problems, ...problems], configurations };
}

/** What the project says about itself, and what is wrong with that. */
export interface ReadConfigurations {
  readonly configurations: readonly Configuration[];
  readonly problems: readonly Problem[];
}

export function readConfigurations(
  host: ProjectHost,
  opened: OpenedPrograms,
  options: PathsOptions,
): ReadConfigurations {
  const read = configurationFiles(host, opened, options).map((file) => readConfiguration(host, file));
  return {
    configurations: read.map(({ configuration }) => configuration),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function configurationFiles(host: ProjectHost, opened: OpenedPrograms, { configuration }: PathsOptions): string[] {
  if (configuration !== undefined) return [configuration];
  const above = opened.roots.flatMap((directory) => findConfiguration(host, directory) ?? []);
  return [...new Set([...above, ...opened.configurations])];
}

/** A project over programs that already exist, such as a linter's. Nothing is parsed again. */
export function projectOfPrograms(
  programs: readonly ts.Program[],
  options: ProgramsOptions & Pick<OracleOptions, "onRead"> = {},
): Project {
  const typescript = options.typescript ?? bundledTypeScript;
  const seen = new Set<string>();
  const opened = programs.map((program): OpenedProgram => {
    const files = program
      .getSourceFiles()
      .filter((file) => isOwnFile(program, file) && !seen.has(file.fileName))
      .map((file) => file.fileName);
    for (const file of files) seen.add(file);
    return { program, files };
  });
  const root = options.root ?? programs[0]?.getCurrentDirectory();
  const project = createProject(
    typescript,
    {
      programs: opened,
      problems: [],
      roots: root === undefined ? [] : [root],
      executables: new Set(),
      publicFiles: new Set(),
      versionOf: () => undefined,
      configurations: [],
    },
    options,
  );
  return options.configurations ? { ...project, configurations: options.configurations } : project;
}

function isOwnFile(program: ts.Program, file: ts.SourceFile): boolean {
  return (
    isSource(file.fileName) &&
    !file.isDeclarationFile &&
    !program.isSourceFileFromExternalLibrary(file) &&
    !file.fileName.includes("/node_modules/")
  );
}

function ownFiles(programOf: ReadonlyMap<string, ts.Program>): OwnFile[] {
  return [...programOf].flatMap(([path, program]) => {
    const file = program.getSourceFile(path);
    return file ? { file, checker: program.getTypeChecker() } : [];
  });
}

/** What the project declares of code that is not TypeScript says so by tags, or is of no interest. */
function isTaggedDeclarationFile(file: ts.SourceFile): boolean {
  return file.isDeclarationFile && !file.fileName.includes("/node_modules/") && mayHaveTags(file.text);
}

/** Answers questions about a program as the project over it would, without reading any facts. */
export function oracleOf(typescript: TypeScript, program: ts.Program): Oracle {
  const read = program.getSourceFiles().filter((file) => isOwnFile(program, file) || isTaggedDeclarationFile(file));
  const own = new Set(read.map(({ fileName }) => fileName));
  const isOwn = (file: string): boolean => own.has(file);
  return createOracle({ typescript, programOf: (file) => (isOwn(file) ? program : undefined), isOwn });
}

/** A project with everything that this front end can do. */
export type ReadProject = Project &
  Required<Pick<Project, "rewriter" | "handlers">> & { readonly schemas: UnnamedSchemaReader };

/** @param unchanged files of an earlier project that are known to say the same as before */
export function createProject(
  typescript: TypeScript,
  { programs: opened, problems: openProblems, roots, scope, executables, publicFiles, host, versionOf }: OpenedPrograms,
  options: OpenOptions & Pick<OracleOptions, "onRead">,
  unchanged?: ReadonlyMap<string, ProjectFile>,
): ReadProject {
  const programOf = new Map<string, ts.Program>();
  for (const { program, files } of opened) for (const file of files) programOf.set(file, program);
  // Files that come in only by import (from a referenced project, say) belong to whoever brought them.
  for (const { program } of opened) {
    for (const file of program.getSourceFiles()) {
      const isRead = isOwnFile(program, file) || isTaggedDeclarationFile(file);
      if (isRead && !programOf.has(file.fileName)) programOf.set(file.fileName, program);
    }
  }
  const files = new Map<string, ProjectFile>();
  let done = 0;
  const tests: string[] = [];
  for (const [path, program] of programOf) {
    const role = executables.has(path) ? "script" : roleOf(path, roots);
    if (role === "test") {
      tests.push(path);
      continue;
    }
    const file = unchanged?.get(path) ?? readFile(path, program, role);
    if (file) files.set(path, file);
    else programOf.delete(path);
    options.onProgress?.({ phase: "reading", done: ++done, total: programOf.size });
  }
  // Bound here, as part of opening: the first question would pay for all files otherwise.
  for (const { program } of opened) program.getTypeChecker();
  const reading: OracleOptions = {
    typescript,
    programOf: (file) => programOf.get(file),
    isOwn: (file) => programOf.has(file),
  };
  const oracle = createOracle({ ...reading, ...(options.onRead && { onRead: options.onRead }) });
  // What fixes ask is no part of the analysis.
  const beside = createOracle(reading);
  const referencesOf = (name: ts.Node): Answer =>
    beside.ask([{ ask: "mention", file: name.getSourceFile().fileName, offset: name.getStart() }])[0] ?? [];
  const rewriter = createRewriter({
    typescript,
    sourceFileOf: (file) => programOf.get(file)?.getSourceFile(file),
    checkerOf: (file) => programOf.get(file)?.getTypeChecker(),
    versionOf,
    surroundings: () => ({ files: ownFiles(programOf), publicFiles, versionOf, referencesOf }),
    ...(host && { places: { host, programOf: (file: string) => programOf.get(file) } }),
    *changes(texts) {
      for (const each of opened) {
        const isConcerned = [...texts.keys()].some((file) => each.program.getSourceFile(file));
        if (isConcerned && each.withTexts) yield { before: each.program, after: each.withTexts(texts) };
      }
    },
  });
  const schemas = createSchemaReader({ typescript, programOf: (file) => programOf.get(file) });
  const handlers = createHandlerReader({ typescript, programOf: (file) => programOf.get(file) });
  const problems = problemsIn({ openProblems, files, tests, ...(scope && { scope }) });
  return { files, tests, oracle, rewriter, handlers, schemas, problems, ...(scope && { scope }) };

  function readFile(path: string, program: ts.Program, role: FileRole): ProjectFile | undefined {
    const sourceFile = program.getSourceFile(path);
    if (!sourceFile) return undefined;
    const imports = importsOf(typescript, program, sourceFile);
    return {
      path,
      facts: factsOf(typescript, sourceFile),
      role,
      ...(imports && { imports }),
    };
  }
}

export interface Readable extends Pick<Project, "files" | "tests" | "scope"> {
  /** What could not be opened. */
  readonly openProblems: readonly Problem[];
}

/** What could not be read, or not be read right. */
export function problemsIn({ openProblems, files, tests, scope = [] }: Readable): Problem[] {
  const all = [...files.values()];
  return [
    ...openProblems,
    // Asked after every keystroke, of files of which hardly any has a problem.
    ...all.filter(({ facts }) => facts.syntaxErrors.length > 0).flatMap(brokenSyntax),
    ...all.filter(({ facts }) => facts.failure !== undefined).flatMap(unreadFacts),
    ...scope.flatMap((path) => nothingButTests(path, files, tests)),
  ];
}

/** Whoever asks for tests alone must not take silence for praise. */
function nothingButTests(path: string, files: Project["files"], tests: readonly string[]): Problem[] {
  const isInside = (file: string): boolean => file === path || file.startsWith(`${path}/`);
  if (!tests.some(isInside) || [...files.keys()].some(isInside)) return [];
  return [{ file: path, message: "Tests are not analysed: nothing of what serves runs through them." }];
}

function unreadFacts({ path, facts: { failure } }: ProjectFile): Problem[] {
  return failure === undefined ? [] : [failureProblem(failure, { file: path }, "The file was not analysed.")];
}

function brokenSyntax({ path, facts }: ProjectFile): Problem[] {
  const [error] = facts.syntaxErrors;
  if (!error) return [];
  const line = facts.lineStarts.findLastIndex((start) => start <= error.offset) + 1;
  return [{ file: path, line, message: `The syntax is broken (${error.message}): what could be read was analysed.` }];
}

/**
 * Facts by content, for as long as somebody holds them: a new program over unchanged text reads nothing
 * again. The kind of the file (TypeScript, JavaScript, with or without JSX) decides how a text is read.
 */
const factsByText = new Map<ts.ScriptKind | undefined, Map<string, WeakRef<FileFacts>>>();
const treeOf = new WeakMap<FileFacts, ts.SourceFile>();
const forget = new FinalizationRegistry<{ readonly kind: ts.ScriptKind | undefined; readonly text: string }>(
  ({ kind, text }) => {
    const known = factsByText.get(kind);
    if (!known?.get(text)?.deref()) known?.delete(text);
  },
);

export function factsOf(typescript: TypeScript, sourceFile: ts.SourceFile): FileFacts {
  const { text, scriptKind: kind } = sourceFile as ts.SourceFile & { readonly scriptKind?: ts.ScriptKind };
  const byText = factsByText.get(kind) ?? new Map<string, WeakRef<FileFacts>>();
  factsByText.set(kind, byText);
  const known = byText.get(text)?.deref();
  if (known && treeOf.get(known) === sourceFile) return known;
  const facts = known ? ofAnotherTree(typescript, known, sourceFile) : readFactsOrNone(typescript, sourceFile);
  if (facts.failure !== undefined) return facts;
  treeOf.set(facts, sourceFile);
  byText.set(text, new WeakRef(facts));
  forget.register(facts, { kind, text });
  return facts;
}

/** The same facts; what is read when somebody asks is read from a tree that has not become part of a later one since. */
function ofAnotherTree(typescript: TypeScript, facts: FileFacts, sourceFile: ts.SourceFile): FileFacts {
  let passed: FileFacts["passed"] | undefined;
  const read = (): FileFacts["passed"] => (passed ??= readFacts(typescript, sourceFile).passed);
  const others = Object.getOwnPropertyDescriptors(facts);
  return Object.defineProperties({}, { ...others, passed: { enumerable: true, get: read } }) as FileFacts;
}

/** A text that the front end fails at costs its own facts alone. */
function readFactsOrNone(typescript: TypeScript, sourceFile: ts.SourceFile): FileFacts {
  try {
    return readFacts(typescript, sourceFile);
  } catch (error) {
    const { fileName, languageVersion } = sourceFile;
    const empty = typescript.createSourceFile(fileName, "", languageVersion, true);
    return { ...readFacts(typescript, empty), failure: textOf(error) };
  }
}

/** What the program resolved the file's specifiers to. Not in the public types; without it nothing is spared. */
interface ResolvingProgram {
  forEachResolvedModule?(
    visit: (resolution: { readonly resolvedModule?: ts.ResolvedModuleFull }) => void,
    file: ts.SourceFile,
  ): void;
}

/** Only of TypeScript files: what JavaScript calls may have come by parameters that nobody typed. */
function importsOf(
  typescript: TypeScript,
  program: ts.Program & ResolvingProgram,
  sourceFile: ts.SourceFile,
): string[] | undefined {
  const isTyped = (sourceFile.flags & typescript.NodeFlags.JavaScriptFile) === 0;
  if (!isTyped || !program.forEachResolvedModule) return undefined;
  const imports: string[] = [];
  program.forEachResolvedModule(({ resolvedModule }) => {
    if (resolvedModule) imports.push(resolvedModule.resolvedFileName);
  }, sourceFile);
  return imports;
}

function roleOf(path: string, roots: readonly string[]): FileRole | "test" {
  const root = roots.find((candidate) => path.startsWith(`${candidate}/`));
  const relative = root === undefined ? path.slice(path.lastIndexOf("/") + 1) : path.slice(root.length + 1);
  if (TEST_PATH.test(relative)) return "test";
  return SCRIPT_PATH.test(relative) ? "script" : "source";
}
