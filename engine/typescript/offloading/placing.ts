/** Where the files of a worker pool go, in what module format, and how they are named from there. */
import type ts from "typescript";
import { parse } from "jsonc-parser";
import type { ProjectHost } from "../../project.js";
import type { OffloadCall } from "../../rewriter.js";
import type { TypeScript } from "../declaration.js";
import { baseOf, extensionOf, join, parentOf } from "../file-names.js";
import { Refused } from "../rewriting/refused.js";

/** What can be asked about the project beyond the file that is rewritten. */
export interface Places {
  readonly host: ProjectHost;
  programOf(file: string): ts.Program | undefined;
}

export interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly directory: string;
  readonly content: ManifestContent;
}

interface ManifestContent {
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Placing {
  readonly manifest: Manifest;
  readonly isTypeScript: boolean;
  /** `import`, rather than `require`. */
  readonly isModule: boolean;
  readonly worker: string;
  readonly pool: string;
  /** How the file that is rewritten imports the two. */
  readonly workerSpecifier: string;
  readonly poolSpecifier: string;
  /** What runs is this: `./render.worker.js`. */
  readonly workerAtRunTime: string;
  /** What runs is not the source. */
  readonly isCompiled: boolean;
}

/** @throws Refused where there is no place for them */
export function placing(typescript: TypeScript, places: Places, file: ts.SourceFile): Placing {
  const manifest = manifestAbove(places.host, parentOf(file.fileName));
  if (!manifest) throw new Refused("There is no package.json to add the pool's package to.");
  const program = places.programOf(file.fileName);
  const extension = extensionOf(file.fileName);
  const isTypeScript = /tsx?$/u.test(extension);
  const options = program?.getCompilerOptions() ?? {};
  const isModule = isEsModule(typescript, file, options, manifest);
  const own = extension.replace(/x$/u, "");
  const worker = `${file.fileName.slice(0, -extension.length)}.worker${own}`;
  const pool = join(poolDirectory(places, file, manifest, isTypeScript), `worker-pool${own}`);
  const ending = specifierEnding(typescript, file, options, isModule);
  const runtime = runsTypeScript(options) ? own : own.replace("ts", "js");
  return {
    manifest,
    isTypeScript,
    isModule,
    worker,
    pool,
    workerSpecifier: relative(file.fileName, worker, own, ending),
    poolSpecifier: relative(file.fileName, pool, own, ending),
    workerAtRunTime: relative(file.fileName, worker, own, runtime),
    isCompiled: isTypeScript && !runsTypeScript(options),
  };
}

function manifestAbove(host: ProjectHost, start: string): Manifest | undefined {
  for (let directory = start; ; directory = parentOf(directory)) {
    const file = join(directory, "package.json");
    const text = host.fileExists(file) ? host.readFile(file) : undefined;
    if (text !== undefined) {
      const content: unknown = parse(text);
      // One that only says the module format is not where dependencies are.
      const isPackage =
        typeof content === "object" && content !== null && Object.keys(content).some((key) => key !== "type");
      if (isPackage) return { file, text, directory, content };
    }
    if (directory === parentOf(directory)) return undefined;
  }
}

/** Whether what runs in the end is an ES module. */
function isEsModule(
  typescript: TypeScript,
  file: ts.SourceFile,
  options: ts.CompilerOptions,
  manifest: Manifest,
): boolean {
  const extension = extensionOf(file.fileName);
  if (/^\.m/u.test(extension)) return true;
  if (/^\.c/u.test(extension)) return false;
  if (extension.startsWith(".t") && options.module === typescript.ModuleKind.CommonJS) return false;
  const isWritten = file.statements.some(
    (statement) =>
      typescript.isImportDeclaration(statement) ||
      typescript.isExportDeclaration(statement) ||
      typescript.isExportAssignment(statement),
  );
  if (extension.startsWith(".j")) return isWritten || (manifest.content.type === "module" && !isRequiring(file));
  if (file.impliedNodeFormat !== undefined) return file.impliedNodeFormat === typescript.ModuleKind.ESNext;
  return (options.module ?? typescript.ModuleKind.ESNext) >= typescript.ModuleKind.ES2015 && isWritten;
}

function isRequiring({ text }: ts.SourceFile): boolean {
  return /\brequire\s*\(/u.test(text);
}

/** The package's pool if it has one; else where its sources begin, so that the compiler's output stays where it is. */
function poolDirectory(places: Places, file: ts.SourceFile, { directory }: Manifest, isTypeScript: boolean): string {
  const own = (places.programOf(file.fileName)?.getSourceFiles() ?? [])
    .filter((each) => !each.isDeclarationFile && !each.fileName.includes("/node_modules/"))
    .map(({ fileName }) => fileName)
    .filter((name) => /tsx?$/u.test(extensionOf(name)) === isTypeScript)
    .filter((name) => isOfPackage(places.host, name, directory));
  const existing = own.find((name) => /\/worker-pool\.[cm]?[jt]s$/u.test(name));
  if (existing !== undefined) return parentOf(existing);
  if (!isTypeScript) {
    const [first = ""] = file.fileName.slice(directory.length + 1).split("/");
    return first === "src" ? join(directory, first) : directory;
  }
  let common = parentOf(file.fileName);
  for (const name of own) while (!name.startsWith(`${common}/`)) common = parentOf(common);
  return common.length < directory.length ? directory : common;
}

/** Whether no other manifest is nearer. */
function isOfPackage(host: ProjectHost, file: string, directory: string): boolean {
  for (let at = parentOf(file); at.length > directory.length; at = parentOf(at)) {
    if (host.fileExists(join(at, "package.json"))) return false;
  }
  return file.startsWith(`${directory}/`);
}

/** As the file writes its other relative imports; with an ending wherever Node wants one. */
function specifierEnding(
  typescript: TypeScript,
  file: ts.SourceFile,
  options: ts.CompilerOptions,
  isModule: boolean,
): string {
  const extension = extensionOf(file.fileName).replace(/x$/u, "");
  const compiled = extension.replace("ts", "js");
  for (const statement of file.statements) {
    if (!typescript.isImportDeclaration(statement) || !typescript.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    if (!/^\.\.?\//u.test(text) || text.endsWith(".json")) continue;
    return /\.[cm]?ts$/u.test(text) ? extension : /\.[cm]?js$/u.test(text) ? compiled : "";
  }
  if (!extension.includes("t")) return compiled;
  const isNode =
    (options.module ?? 0) >= typescript.ModuleKind.Node16 && options.module !== typescript.ModuleKind.Preserve;
  return isNode && isModule ? (runsTypeScript(options) ? extension : compiled) : "";
}

/** Nothing is compiled, and imports name the sources: Node takes the types away by itself. */
function runsTypeScript({ allowImportingTsExtensions, rewriteRelativeImportExtensions }: ts.CompilerOptions): boolean {
  return allowImportingTsExtensions === true && rewriteRelativeImportExtensions !== true;
}

function relative(from: string, to: string, extension: string, ending: string): string {
  const start = parentOf(from).split("/");
  const end = to.slice(0, -extension.length).split("/");
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  const up = start.slice(shared).map(() => "..");
  return [...(up.length === 0 ? ["."] : up), ...end.slice(shared)].join("/") + ending;
}

/** What a person has to see to where the package's tools do not leave every file where it is. */
export function notesOn(
  { manifest: { content }, worker, isCompiled }: Placing,
  { pool, bundlers, runners }: Pick<OffloadCall, "pool" | "bundlers" | "runners">,
): readonly string[] {
  const dependencies = { ...content.devDependencies, ...content.dependencies };
  const scripts = Object.values(content.scripts ?? {}).join("\n");
  const bundler = bundlers.find((name) => name in dependencies);
  const runner = runners.find((name) => new RegExp(`\\b${name}\\b`, "u").test(scripts));
  const name = baseOf(worker);
  const built = name.replace(/\.([cm]?)ts$/u, ".$1js");
  return [
    ...(bundler === undefined
      ? []
      : [
          `If ${bundler} bundles this code, keep ${pool.module} external, and have ${name} built as a file of its own.`,
        ]),
    ...(runner === undefined || !isCompiled
      ? []
      : [`The pool loads ${built}, which has to be built: ${runner} alone does not write it.`]),
  ];
}
