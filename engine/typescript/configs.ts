/** Finds and parses tsconfig and jsconfig files through the project host. */
import type ts from "typescript";
import type { ProjectHost } from "../project.js";
import type { Problem } from "../rules/finding.js";
import type { TypeScript } from "./declaration.js";
import { baseOf, join, normalise, parentOf } from "./file-names.js";

const CONFIG_FILE = /^(?:tsconfig|jsconfig)(?:\.[\w-]+)*\.json$/u;

export interface Config {
  readonly path: string;
  readonly parsed: ts.ParsedCommandLine;
}

/** Whether a path names a configuration of the compiler. */
export function isConfig(path: string): boolean {
  return CONFIG_FILE.test(baseOf(path));
}

/** The config of the directory itself or of the nearest one above it. */
export function configAbove(host: ProjectHost, directory: string): string[] {
  for (let at = directory; ; at = parentOf(at)) {
    const found = ["tsconfig.json", "jsconfig.json"]
      .map((name) => join(at, name))
      .find((path) => host.fileExists(path));
    if (found !== undefined) return [found];
    if (at === parentOf(at) || host.directoryExists(join(at, ".git"))) return [];
  }
}

/** Parses the configs and those that they refer to, nearest first. */
export function parseConfigs(
  ts: TypeScript,
  host: ProjectHost,
  paths: readonly string[],
  problems: Problem[],
): Config[] {
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
    for (const pattern of patternsIn(parsed.raw).filter(takesLong)) {
      problems.push({ file: path, message: `The pattern "${pattern}" has too many wildcards: it is left out.` });
    }
    for (const reference of parsed.projectReferences ?? []) add(normalise(ts.resolveProjectReferencePath(reference)));
  };
  paths.forEach(add);
  return [...configs.values()].sort(byNearness);
}

function patternsIn(raw: unknown): readonly string[] {
  const { include, exclude } = (raw ?? {}) as { readonly include?: unknown; readonly exclude?: unknown };
  return [include, exclude].flat().filter((pattern) => typeof pattern === "string");
}

/** The compiler tries all ways in which wildcards can share a path: so many take longer than anybody waits. */
function takesLong(pattern: string): boolean {
  const parts = pattern.split("/");
  const isAny = (part: string): boolean => part === "**";
  const mostWildcards = Math.max(...parts.filter((part) => !isAny(part)).map((part) => part.split("*").length - 1), 0);
  return parts.filter(isAny).length > MAX_ANY_DIRECTORIES || mostWildcards > MAX_WILDCARDS_IN_NAME;
}

const MAX_ANY_DIRECTORIES = 5;
const MAX_WILDCARDS_IN_NAME = 3;

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
export function matchFiles(
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
    excludes?.filter((pattern) => !takesLong(pattern)),
    includes.filter((pattern) => !takesLong(pattern)),
    host.useCaseSensitiveFileNames,
    root,
    depth,
    (path) => (leadsAround(host, root, path) ? NOTHING : host.listDirectory(path)),
    (path) => host.realpath(path),
  );
}

const NOTHING = { files: [], directories: [] };

/** Whether a directory below the root is a link to what the root itself lies in: to all of the disk, say. */
export function leadsAround(host: ProjectHost, root: string, directory: string): boolean {
  if (!directory.startsWith(`${root}/`)) return false;
  const real = host.realpath(directory).replace(/\/$/u, "");
  return host.realpath(root).startsWith(`${real}/`);
}
