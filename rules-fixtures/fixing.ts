/** Projects in memory for the tests of fixes: what is found in them, and what the compiler has against them. */
import path from "node:path";
import { fileURLToPath } from "node:url";

import { analyse, applyEdits, type FileEdits, type Finding } from "@loopguard/engine";
import { LiveProject, openProject } from "@loopguard/engine/typescript";
import ts from "typescript";

import { LIBRARY, mountedInPlace } from "./check-fixtures.js";
import { memoryHost, type Mount } from "./memory-host.js";

const NODE_TYPES = mountedInPlace(path.dirname(fileURLToPath(import.meta.resolve("@types/node/package.json"))));
const ROOT = "/project";

/** The libraries' declarations, which are read once for all examples. */
const declarations = new Map<string, ts.SourceFile>();

const OPTIONS = { strict: true, target: "es2022", module: "nodenext", esModuleInterop: true, types: ["node"] };

/** Texts by the name of their file. */
export type Files = Readonly<Record<string, string>>;

export interface Opened {
  readonly project: ReturnType<typeof openProject>;
  readonly findings: readonly Finding[];
}

const MOUNTS: readonly Mount[] = [LIBRARY, NODE_TYPES];

/** @param installed packages beside the project */
export function open(files: Files, installed: readonly Mount[] = []): Opened {
  return analysed(openProject(memoryHost(new Map(textsOf(files)), [...MOUNTS, ...installed]), [ROOT]));
}

/**
 * Opens one project after the other, of files by the same names: the libraries are read once.
 *
 * @returns a function like {@link open}, whose last result is no good any more when it is called again
 */
export function opener(): (files: Files) => Opened {
  const texts = new Map<string, string>();
  let live: LiveProject | undefined;
  return (files) => {
    texts.clear();
    for (const [file, text] of textsOf(files)) texts.set(file, text);
    if (live) return analysed(live.cover([ROOT]));
    live = new LiveProject(memoryHost(texts, MOUNTS), [ROOT]);
    return analysed(live.project);
  };
}

/** By path, with the settings of the project. */
function textsOf(files: Files): readonly (readonly [string, string])[] {
  const typeRoots = [path.posix.dirname(NODE_TYPES.at)];
  const all = {
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...OPTIONS, typeRoots, allowJs: true } }),
    "package.json": JSON.stringify({ private: true, type: "module" }),
    ...files,
  };
  return Object.entries(all).map(([name, text]) => [`${ROOT}/${name}`, text]);
}

function analysed(project: Opened["project"]): Opened {
  return { project, findings: analyse(project).findings };
}

/** The files with edits made in them. */
export function edited(files: Files, changes: readonly FileEdits[]): Files {
  const texts = { ...files };
  for (const { file, edits } of changes) {
    const name = file.slice(ROOT.length + 1);
    texts[name] = applyEdits(files[name] ?? "", edits);
  }
  return texts;
}

export function typeErrors(files: Files, installed: readonly Mount[] = []): readonly string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [`${ROOT}/${name}`, text]));
  const host = memoryHost(texts, [...MOUNTS, ...installed]);
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    esModuleInterop: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [path.posix.dirname(NODE_TYPES.at)],
  };
  const compilerHost: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    fileExists: (file) => host.fileExists(file),
    readFile: (file) => host.readFile(file),
    directoryExists: (directory) => host.directoryExists(directory),
    getSourceFile(file, languageVersion) {
      const source = host.readFile(file);
      const known = declarations.get(file);
      if (known || source === undefined) return known;
      const sourceFile = ts.createSourceFile(file, source, languageVersion);
      if (!texts.has(file)) declarations.set(file, sourceFile);
      return sourceFile;
    },
    getCurrentDirectory: () => ROOT,
  };
  const roots = [...texts.keys()].filter((file) => /\.[cm]?ts$/u.test(file) && !file.includes("/node_modules/"));
  const program = ts.createProgram(roots, options, compilerHost);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
