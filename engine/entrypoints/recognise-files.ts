/** Recognises exports by the place of their file: `GET` of `app/api/users/route.ts`. */
import type { FileConvention, Framework, RoutePattern } from "./framework.js";
import { httpMethods } from "./http-methods.js";

export interface RecognisedConvention {
  readonly framework: Framework;
  readonly convention: FileConvention;
  /** How a person names the entry point. */
  readonly label: string;
  /** What requests it answers by itself. */
  readonly route?: RoutePattern;
  /** The application's directory, with a slash at its end. */
  readonly directory: string;
}

/** What must be known of a project to believe in a convention. */
export interface ProjectLayout {
  /** The directory that holds all of the project's files, with a slash at its end. */
  readonly directory: string;
  /** Whether a file below the directory (which ends with a slash) imports one of the modules. */
  importsBelow(directory: string, modules: readonly string[]): boolean;
  /** Whether a file below the directory (which ends with a slash) uses one of the names. */
  mentionsBelow(directory: string, names: readonly string[]): boolean;
  /** Whether there are files below the directory, which ends with a slash. */
  hasFilesBelow(directory: string): boolean;
}

/** What a configuration says of a file that it names. */
export interface NamedRouteFile {
  readonly route: string;
  /** It is put around others, and answers no requests by itself. */
  readonly isAround: boolean;
}

/** The files that a framework's configurations name, by their paths without extensions. */
export type NamedRoutes = ReadonlyMap<Framework, ReadonlyMap<string, NamedRouteFile>>;

export interface ConventionMatcher {
  /** Whether a file lies where a framework looks for exports of its files. */
  mayConcern(file: string): boolean;
  /**
   * Which convention makes an export (`GET`, `default`, `actions.save`) of a file (its absolute path) an entry point:
   * the first in the frameworks' order.
   */
  match(file: string, exportPath: string): RecognisedConvention | undefined;
}

interface CompiledConvention {
  readonly framework: Framework;
  readonly convention: FileConvention;
  readonly files: readonly PathPattern[];
  /** Names in the convention's paths: no part of a URL. */
  readonly fixedNames: ReadonlySet<string>;
}

/** A convention that a file fits, and its application's directory, with a slash at its end. */
interface PlacedConvention {
  readonly candidate: CompiledConvention;
  readonly directory: string;
  readonly named?: NamedRouteFile;
}

interface PathPattern {
  /** The path from the application's directory. */
  readonly whole: RegExp;
  /** Any path that ends like that: one test spares those of all its directories. */
  readonly end: RegExp;
}

export function createConventionMatcher(
  frameworks: readonly Framework[],
  layout: ProjectLayout,
  routesNamed: NamedRoutes,
): ConventionMatcher {
  const compiled = frameworks.flatMap((framework) =>
    (framework.files ?? []).map((convention) => compile(framework, convention)),
  );
  const placed = new Map<string, readonly PlacedConvention[]>();
  const conventionsAt = (file: string): readonly PlacedConvention[] => {
    let known = placed.get(file);
    if (!known) placed.set(file, (known = conventionsFor(compiled, withoutExtension(file), layout, routesNamed)));
    return known;
  };
  const match = (file: string, exportPath: string): RecognisedConvention | undefined => {
    for (const { candidate, directory, named } of conventionsAt(file)) {
      const { framework, convention } = candidate;
      if (!convention.exports.some((pattern) => matchesExport(pattern, exportPath))) continue;
      const [inside, { method }] = [withoutExtension(file).slice(directory.length), convention];
      const filled = (template: string): string => fill(template, candidate, inside, exportPath, named);
      const label = filled(convention.label ?? (method === undefined ? "{export}" : `${method} {route}`));
      const route =
        method === undefined || named?.isAround === true
          ? undefined
          : { method: filled(method), path: filled("{route}") };
      return { framework, convention, label, directory, ...(route && { route }) };
    }
    return undefined;
  };
  return { match, mayConcern: (file) => conventionsAt(file).length > 0 };
}

/** The conventions by whose patterns a file's place (its path without extension) means something. */
function conventionsFor(
  compiled: readonly CompiledConvention[],
  path: string,
  layout: ProjectLayout,
  routesNamed: NamedRoutes,
): readonly PlacedConvention[] {
  return compiled.flatMap((candidate) => {
    const { framework, convention } = candidate;
    const named = convention.isConfigured === true ? routesNamed.get(framework)?.get(path) : undefined;
    if (named) return [{ candidate, directory: path.slice(0, path.lastIndexOf("/") + 1), named }];
    const directory = candidate.files
      .map((pattern) => applicationDirectory(pattern, path, layout.directory))
      .find((found) => found !== undefined);
    return directory !== undefined && isBelieved(candidate, directory, layout) ? [{ candidate, directory }] : [];
  });
}

function withoutExtension(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/u, "");
}

function compile(framework: Framework, convention: FileConvention): CompiledConvention {
  const names = convention.files.flatMap((path) => path.split("/").slice(-1)).filter((name) => !name.includes("*"));
  return { framework, convention, files: convention.files.map(patternOf), fixedNames: new Set(names) };
}

function patternOf(path: string): PathPattern {
  const source = path
    .split("/")
    .map((name) =>
      name === "**" ? "(?:.+/)?" : `${name.replaceAll(/[+.$()[\]]/gu, "\\$&").replaceAll("*", "[^/]+")}/`,
    )
    .join("")
    .replace(/\/$/u, "");
  return { whole: new RegExp(`^${source}$`, "u"), end: new RegExp(`/${source}$`, "u") };
}

/**
 * The directory from which the path fits the pattern: the outermost inside the project, or else the innermost,
 * where the whole project lies in a directory with a telling name.
 */
function applicationDirectory({ whole, end: ending }: PathPattern, path: string, project: string): string | undefined {
  if (!ending.test(path)) return undefined;
  let innermost: string | undefined;
  for (let end = path.indexOf("/") + 1; end > 0; end = path.indexOf("/", end) + 1) {
    if (!whole.test(path.slice(end))) continue;
    innermost = path.slice(0, end);
    if (end >= project.length) return innermost;
  }
  return innermost;
}

function isBelieved({ framework, convention }: CompiledConvention, directory: string, layout: ProjectLayout): boolean {
  if (convention.beside && !convention.beside.some((name) => layout.hasFilesBelow(`${directory}${name}/`)))
    return false;
  const { modules, autoImports = [] } = framework;
  return layout.importsBelow(directory, modules) || layout.mentionsBelow(directory, autoImports);
}

/** `actions.*` is any property of the export `actions`. */
function matchesExport(pattern: string, exportPath: string): boolean {
  if (!pattern.includes("*")) return pattern === exportPath;
  const wanted = pattern.split(".");
  const names = exportPath.split(".");
  return wanted.length === names.length && wanted.every((name, index) => name === "*" || name === names[index]);
}

// ── Labels ──────────────────────────────────────────────────────────────────────────────────

/** `path` is relative to the application's directory and has no extension. */
function fill(
  template: string,
  { convention, fixedNames }: CompiledConvention,
  path: string,
  exportPath: string,
  named: NamedRouteFile | undefined,
): string {
  const name = exportPath.slice(exportPath.lastIndexOf(".") + 1);
  const suffix = convention.route?.hasMethodSuffix === true ? methodSuffix(path) : undefined;
  return template
    .replace("{METHOD}", (suffix ?? (name === "default" || name === "fallback" ? "ALL" : name)).toUpperCase())
    .replace("{export}", name)
    .replace(
      "{route}",
      named
        ? named.route
        : convention.route
          ? routeOf(convention, suffix === undefined ? path : path.slice(0, -suffix.length - 1), fixedNames)
          : path,
    );
}

/** The HTTP method that a name ends with: `users.post`. */
function methodSuffix(path: string): string | undefined {
  const suffix = path.slice(path.lastIndexOf(".") + 1);
  return httpMethods.find((method) => method === suffix);
}

function routeOf({ route }: FileConvention, path: string, fixedNames: ReadonlySet<string>): string {
  const separator = route?.separator ?? "/";
  const below = `${route?.below ?? ""}/`;
  const parts = path.slice(below === "/" ? 0 : path.indexOf(below) + below.length).split("/");
  if (fixedNames.has(parts.at(-1) ?? "")) parts.pop();
  const names = parts
    .flatMap((part) => part.split(separator))
    .filter((name) => !/^(?:\(.*\)|@.*|_.*|index|)$/u.test(name));
  return `/${names.join("/")}`;
}
