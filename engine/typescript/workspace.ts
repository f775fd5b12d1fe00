/** What lies in the directories that are asked for: configs, sources, and the workspace's own packages. */
import ignore from "ignore";
import { CONFIGURATION_FILE } from "../configuration/configuration.js";
import type { ProjectHost } from "../project.js";
import { isConfig, leadsAround } from "./configs.js";
import { isSource, join, parentOf } from "./file-names.js";

/** Never source: dependencies, version control, and what builds and tools write. */
const SKIPPED_DIRECTORIES = new Set(["node_modules", "bower_components", "dist", "build", "out", "coverage", "vendor"]);

export interface Scan {
  readonly configs: string[];
  readonly sources: string[];
}

export class Workspace {
  readonly #host: ProjectHost;
  /** Configuration files of this engine. */
  readonly configurations: string[] = [];
  readonly #manifests: string[] = [];

  constructor(host: ProjectHost) {
    this.#host = host;
  }

  /**
   * All configs and source files below a directory, without what is ignored by git or written by builds.
   *
   * @param limit when there are more source files, the others are not looked for
   */
  scan(root: string, limit = Infinity): Scan {
    const found: Scan = { configs: [], sources: [] };
    this.scanInto(root, found, [], new Set(), { root, limit });
    return found;
  }

  private scanInto(
    directory: string,
    found: Scan,
    ignores: readonly { readonly base: string; readonly rules: ReturnType<typeof ignore> }[],
    seen: Set<string>,
    bounds: { readonly root: string; readonly limit: number },
  ): void {
    const real = this.#host.realpath(directory);
    if (seen.has(real) || found.sources.length > bounds.limit || leadsAround(this.#host, bounds.root, directory))
      return;
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
      if (isConfig(name)) found.configs.push(path);
      else if (isSource(path) && !isIgnored(path)) found.sources.push(path);
    }
    for (const name of directories) {
      if (name.startsWith(".") || SKIPPED_DIRECTORIES.has(name)) continue;
      const path = join(directory, name);
      if (!isIgnored(`${path}/`)) this.scanInto(path, found, rules, seen, bounds);
    }
  }

  /** What manifests run from the command line, as the source files it is built from: their `bin` and their scripts. */
  executables(): ReadonlySet<string> {
    const found = this.#manifests.flatMap((path) => {
      const { bin, scripts } = parseObject(this.#host.readFile(path)) ?? {};
      const targets = typeof bin === "string" ? [bin] : isObject(bin) ? Object.values(bin) : [];
      const run = isObject(scripts)
        ? Object.entries(scripts).flatMap(([name, command]) => toolsRunBy(name, command))
        : [];
      return [...targets, ...run].flatMap((target) =>
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

/** Whether there are more source files below a directory than so many. */
export function hasMoreSources(host: ProjectHost, directory: string, limit: number): boolean {
  return new Workspace(host).scan(directory, limit).sources.length > limit;
}

export interface WorkspacePackage {
  readonly directory: string;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Names of package scripts that do a job and end. */
const JOB =
  /(?:^|[:._-])(?:bench(?:mark)?|build|bundle|clean|codegen|compile|copy|deploy|docs?|e2e|export|fix|format|gen(?:erate)?|import|install|lint|migrat(?:e|ion)s?|pack|postinstall|preinstall|prepack|prepare|prepublish(?:only)?|publish|release|seed|setup|sync|tests?|typecheck|update|version)(?:$|[:._-])/iu;
const SERVICE = /(?:^|[:._-])(?:dev|develop|serve|server|start|watch-server|worker)(?:$|[:._-])/iu;
/** Commands that run the file they are given, where others build or check it. */
const RUNNERS = new Set([
  "node",
  "tsx",
  "ts-node",
  "ts-node-esm",
  "ts-node-dev",
  "vite-node",
  "bun",
  "babel-node",
  "jiti",
  "esno",
]);

/** The files that a package script runs, when it does a job and ends: `"migrate": "tsx tools/migrate.ts"`. */
function toolsRunBy(name: string, command: unknown): string[] {
  if (typeof command !== "string" || !JOB.test(name) || SERVICE.test(name)) return [];
  return command.split(/&&|\|\||[;&|]/u).flatMap((part) => {
    const words = part.trim().split(/\s+/u);
    const runner = words.findIndex((word) => RUNNERS.has(word));
    const file = words.slice(runner + 1).find((word) => /^[\w@./-]+\.[cm]?[jt]sx?$/u.test(word));
    return runner >= 0 && file !== undefined ? [file] : [];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** `./dist/api/index.js` is written from `src/api/index`. */
export function sourceCandidates(target: string): string[] {
  const path = target.replace(/^\.\//u, "").replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, "");
  const inSource = path.replace(/^(?:dist|build|lib|out)(?:\/(?:esm|cjs|types|src))?\//u, "src/");
  return inSource === path ? [path] : [inSource, inSource.replace(/^src\//u, ""), path];
}

export function asSource(host: ProjectHost, base: string): string | undefined {
  const candidates = [
    base,
    ...[".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", "/index.ts", "/index.tsx", "/index.js"].map(
      (end) => `${base}${end}`,
    ),
  ];
  return candidates.find((path) => isSource(path) && host.fileExists(path));
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
