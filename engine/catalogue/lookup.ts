/** Finds the catalogue's rows for a name: by what the name stands for, and by a call's arguments where they decide. */
import type { CallFact } from "../facts/facts.js";
import { CALLED, CONSTRUCTED, type Step } from "../reference.js";
import { canonicalModule } from "./builtins.js";
import type { CataloguePackage, CatalogueRow } from "./row.js";
import { parsePath, ShapeIndex, type ExternalReference, type ModuleShape } from "./shapes.js";

/** A regular expression as `RegExp` takes it. */
export interface RegexSource {
  readonly pattern: string;
  readonly flags: string;
}

export interface CatalogueMatch {
  readonly row: CatalogueRow;
  /** Canonical module name. */
  readonly module: string;
  /** How to get from the name to what blocks: nothing, `new` for constructing it, `()` for calling what it returns. */
  readonly rest: readonly Step[];
  /** The expression itself, where the row is about one. */
  readonly regex?: RegexSource;
}

export interface Catalogue {
  /** Canonical names of all modules that rows are about. */
  readonly modules: ReadonlySet<string>;
  /** The names under which blocking calls are looked for in a project that imports these modules. */
  namesFor(modules: ReadonlySet<string>): ReadonlyMap<string, NameScope>;
  /** The rows that the reference is the name of. */
  match(reference: ExternalReference): readonly CatalogueMatch[];
}

/** Where a name is looked at. */
export interface NameScope {
  /** Canonical modules of the rows behind the name; `global` is everywhere. */
  readonly modules: ReadonlySet<string>;
  /**
   * Only in files that import one of the modules themselves. Objects whose cost depends on their input
   * (hashes, parsers) are made and used in one file, while connections are handed around; their members
   * have everyday names, and every question costs.
   */
  readonly isWhereImported: boolean;
  /** All rows behind the name are about quick set-up: only calls that are made with the same each time matter. */
  readonly isQuickSetup: boolean;
}

interface PackageShape extends ModuleShape {
  readonly rows: ReadonlyMap<string, readonly CatalogueMatch[]>;
  /** The names its rows are mentioned under, `default` for the module itself. */
  readonly names: ReadonlyMap<string, Pick<NameScope, "isWhereImported" | "isQuickSetup">>;
}

export function createCatalogue(packages: readonly CataloguePackage[]): Catalogue {
  const shapes = packages.map(shapeOf);
  const index = new ShapeIndex(shapes);
  const passedOn = new Map(
    packages.flatMap(({ module, aliases = [], reexports = [] }) =>
      [module, ...aliases].map((name) => [canonicalModule(name), reexports.map(canonicalModule)] as const),
    ),
  );
  /** The modules that pass on a module's exports. */
  const passing = new Map<string, string[]>();
  for (const [module, others] of passedOn)
    for (const other of others) passing.set(other, [...(passing.get(other) ?? []), module]);
  return {
    modules: new Set(shapes.flatMap((shape) => shape.modules)),
    namesFor(modules) {
      const imported = ["global", ...[...modules].map(canonicalModule)];
      const active = new Set([...imported, ...imported.flatMap((module) => passedOn.get(module) ?? [])]);
      const scopes = new Map<string, NameScope>();
      for (const shape of shapes) {
        if (!shape.modules.some((module) => active.has(module))) continue;
        for (const [name, { isWhereImported, isQuickSetup }] of shape.names) {
          const known = scopes.get(name);
          scopes.set(name, {
            modules: new Set([
              ...(known?.modules ?? []),
              ...shape.modules,
              ...(passing.get(shape.modules[0] ?? "") ?? []),
            ]),
            isWhereImported: isWhereImported && known?.isWhereImported !== false,
            isQuickSetup: isQuickSetup && known?.isQuickSetup !== false,
          });
        }
      }
      return scopes;
    },
    match(reference) {
      const modules = [reference.module, ...(passedOn.get(canonicalModule(reference.module)) ?? [])];
      for (const module of modules) {
        for (const { shape, type, steps } of index.read({ ...reference, module })) {
          const found = shape.rows.get(keyOf(type, steps));
          if (found) return found;
        }
      }
      return [];
    },
  };
}

/**
 * Whether the call's arguments make it block, where the row says that they decide.
 *
 * @param isLoaded whether the module of this name is loaded when the project serves
 */
export function argumentsBlock(row: CatalogueRow, call: CallFact, isLoaded: (specifier: string) => boolean): boolean {
  const { when } = row;
  if (row.setup?.isQuick === true && !isSetup(row, call)) return false;
  if (!when) return true;
  const hasOption = ({ index, property }: { index: number; property: string }): boolean => {
    const argument = call.arguments[index];
    return (
      argument?.is === "object" &&
      argument.properties.some(({ name, value }) => name === property && value.is === "boolean" && value.value)
    );
  };
  const passesCallback = (from: number): boolean =>
    call.arguments
      .slice(from)
      .some(({ is }) => is === "function" || is === "mention" || is === "call" || is === "spread");
  if (when.withoutCallbackFrom !== undefined && passesCallback(when.withoutCallbackFrom)) return false;
  if (when.withCallbackFrom !== undefined && !passesCallback(when.withCallbackFrom)) return false;
  if (when.optionTrue && !hasOption(when.optionTrue)) return false;
  const module = when.unlessLoaded === undefined ? undefined : call.arguments[when.unlessLoaded];
  if (module?.is === "string" && isLoaded(module.value)) return false;
  return !(when.unlessOptionTrue && hasOption(when.unlessOptionTrue));
}

/** Whether the call builds the same each time. */
export function isSetup({ setup }: CatalogueRow, call: CallFact | undefined): boolean {
  return setup !== undefined && call?.isFixed === true;
}

function shapeOf({ module, aliases = [], types, rows }: CataloguePackage): PackageShape {
  const typeNames = new Set(Object.keys(types ?? {}));
  const canonical = canonicalModule(module);
  const byKey = new Map<string, CatalogueMatch[]>();
  const names = new Map<string, Pick<NameScope, "isWhereImported" | "isQuickSetup">>();
  for (const row of rows) {
    const steps = parsePath(row.member);
    const [first, second] = steps;
    // `Statement.get` is the member of a type, `new Statement` the module's export.
    const type =
      first !== undefined && typeNames.has(first) && second !== undefined && second !== CALLED && second !== CONSTRUCTED
        ? first
        : undefined;
    const path = (type === undefined ? steps : steps.slice(1)).filter((step) => step !== "default");
    const end = path.findLastIndex((step) => step !== CALLED && step !== CONSTRUCTED) + 1;
    const key = keyOf(type, path.slice(0, end));
    const match: CatalogueMatch = { row, module: canonical, rest: path.slice(end) };
    addMatch(byKey, key, match);
    // Without its declarations a class shows only how it was imported: its static members are a path of the module.
    if (type !== undefined) addMatch(byKey, keyOf(undefined, [type, ...path.slice(0, end)]), match);
    const name = path[end - 1] ?? (type === undefined ? "default" : undefined);
    if (name === undefined) continue;
    const known = names.get(name);
    names.set(name, {
      isWhereImported: known?.isWhereImported !== false && type !== undefined && row.sizeDependent === true,
      isQuickSetup: known?.isQuickSetup !== false && row.setup?.isQuick === true,
    });
  }
  return { modules: [canonical, ...aliases.map(canonicalModule)], ...(types && { types }), rows: byKey, names };
}

function addMatch(byKey: Map<string, CatalogueMatch[]>, key: string, match: CatalogueMatch): void {
  byKey.set(key, [...(byKey.get(key) ?? []), match]);
}

function keyOf(type: string | undefined, steps: readonly Step[]): string {
  return `${type ?? ""}:${steps.join(".")}`;
}
