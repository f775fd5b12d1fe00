/**
 * What a reference to something outside the project means in terms of a module's described types:
 * `express` `["default", "()", "get"]` is member `get` of Express's `Application`.
 */
import { CALLED, CONSTRUCTED, type Reference, type Step } from "../reference.js";
import { canonicalModule } from "./builtins.js";
import type { TypeOrigins } from "./row.js";

export type ExternalReference = Extract<Reference, { is: "external" }>;

/** A module, or several with the same exports, and the types whose instances are recognised. */
export interface ModuleShape {
  readonly modules: readonly string[];
  readonly reexports?: readonly string[];
  readonly types?: Readonly<Record<string, TypeOrigins>>;
}

/** A reading of a reference: a member (by its remaining steps) of a described type, or of the module itself. */
export interface Reading<T> {
  readonly shape: T;
  /** Absent for members of the module itself. */
  readonly type?: string;
  readonly steps: readonly Step[];
}

interface Origin {
  /** The type the path starts from; absent when it starts from the module. */
  readonly from?: string;
  readonly steps: readonly Step[];
  readonly type: string;
}

interface Entry<T> {
  readonly shape: T;
  readonly origins: readonly Origin[];
}

/** The steps of a member path as data writes it: `new Server` → `Server new`, `Database.prepare()` → `Database prepare ()`. */
export function parsePath(path: string): Step[] {
  const isNew = path.startsWith("new ");
  const steps = (isNew ? path.slice(4) : path).split(".").flatMap((part) => {
    const calls = /(?:\(\))+$/u.exec(part)?.[0].length ?? 0;
    const name = part.slice(0, part.length - calls);
    return [...(name === "" ? [] : [name]), ...Array.from({ length: calls / 2 }, () => CALLED)];
  });
  return withoutDefault(isNew ? [...steps, CONSTRUCTED] : steps);
}

/** `default` is how a module is imported, not a member of it: CommonJS and ES modules then read alike. */
function withoutDefault(steps: readonly Step[]): Step[] {
  const start = steps.findIndex((step) => step !== "default");
  return start < 0 ? [] : steps.slice(start);
}

const MAX_READINGS = 10_000;

/** Finds the readings of references among many shapes. */
export class ShapeIndex<T extends ModuleShape> {
  readonly #byModule = new Map<string, Entry<T>[]>();
  readonly #byDeclaredType = new Map<string, { readonly entry: Entry<T>; readonly type: string }[]>();
  /** A project says the same thousands of times. */
  readonly #readings = new Map<string, readonly Reading<T>[]>();

  constructor(shapes: readonly T[]) {
    for (const shape of shapes) this.add(shape);
  }

  private add(shape: T): void {
    const types = Object.entries(shape.types ?? {});
    const names = new Set(types.map(([name]) => name));
    const entry: Entry<T> = {
      shape,
      origins: types.flatMap(([type, { origins }]) => origins.flatMap((path) => parseOrigin(path, type, names))),
    };
    for (const module of shape.modules) push(this.#byModule, canonicalModule(module), entry);
    for (const [type, { origins, declaredAs = [] }] of types) {
      // `app: Koa`, where the class is the module's default export and its declarations are missing.
      if (origins.includes("new default"))
        for (const module of shape.modules)
          push(this.#byDeclaredType, `${canonicalModule(module)}#default`, { entry, type });
      for (const declared of declaredAs) push(this.#byDeclaredType, canonicalDeclared(declared), { entry, type });
      for (const module of shape.modules)
        push(this.#byDeclaredType, `${canonicalModule(module)}#${type}`, { entry, type });
    }
  }

  /** Every reading of the reference, most specific types first. */
  read(reference: ExternalReference): readonly Reading<T>[] {
    const key = `${reference.module} ${String(reference.byType)} ${reference.steps.join("\n")}`;
    const known = this.#readings.get(key);
    if (known) return known;
    // A server runs for days.
    if (this.#readings.size >= MAX_READINGS) this.#readings.clear();
    const readings = this.findReadings(reference);
    this.#readings.set(key, readings);
    return readings;
  }

  private findReadings(reference: ExternalReference): readonly Reading<T>[] {
    const module = canonicalModule(reference.module);
    const readings: Reading<T>[] = [];
    if (reference.byType === true) readings.push(...this.readType(module, reference.steps));
    for (const entry of this.#byModule.get(module) ?? [])
      readings.push(...readPath(entry, withoutDefault(reference.steps)));
    return readings;
  }

  private readType(module: string, steps: readonly Step[]): Reading<T>[] {
    const readings: Reading<T>[] = [];
    // Namespaces and types may be several steps: `BetterSqlite3.Database` before `prepare`.
    for (let length = steps.length; length > 0; length--) {
      for (const start of [0, 1]) {
        if (start === 1 && length < 2) continue;
        const name = steps.slice(start, length).join(".");
        for (const { entry, type } of this.#byDeclaredType.get(`${module}#${name}`) ?? [])
          readings.push(...followOrigins(entry, type, steps.slice(length), new Set()));
      }
      if (readings.length > 0) break;
    }
    return readings;
  }
}

function parseOrigin(path: string, type: string, names: ReadonlySet<string>): readonly Origin[] {
  const steps = parsePath(path);
  const [first, second] = steps;
  // `Server()` and `new Server` start from the module's export; `Server.of()` from an instance of the type of that
  // name, or, for a static member, from the export again.
  const isMember =
    first !== undefined && names.has(first) && second !== undefined && second !== CALLED && second !== CONSTRUCTED;
  return isMember
    ? [
        { from: first, steps: steps.slice(1), type },
        { steps, type },
      ]
    : [{ steps, type }];
}

function readPath<T>(entry: Entry<T>, steps: readonly Step[]): Reading<T>[] {
  const readings: Reading<T>[] = [];
  const seen = new Set<string>();
  for (const origin of entry.origins) {
    if (origin.from === undefined && startsWith(steps, origin.steps))
      readings.push(...followOrigins(entry, origin.type, steps.slice(origin.steps.length), seen));
  }
  readings.push({ shape: entry.shape, steps });
  return readings;
}

/**
 * From an instance of a type, through members that give further instances, to what is left.
 *
 * @param seen what was read already: where several members lead from a type to itself, a long chain has very many ways
 */
function followOrigins<T>(entry: Entry<T>, type: string, steps: readonly Step[], seen: Set<string>): Reading<T>[] {
  const state = `${type} ${String(steps.length)}`;
  if (seen.has(state)) return [];
  seen.add(state);
  const further = entry.origins.flatMap((origin) => {
    const leadsOn = origin.from === type && origin.steps.length > 0 && startsWith(steps, origin.steps);
    return leadsOn ? followOrigins(entry, origin.type, steps.slice(origin.steps.length), seen) : [];
  });
  return [...further, { shape: entry.shape, type, steps }];
}

function startsWith(steps: readonly Step[], prefix: readonly Step[]): boolean {
  return prefix.length <= steps.length && prefix.every((step, index) => isStep(step, steps[index]));
}

/** `*` is a member of any name. */
function isStep(pattern: Step, step: Step | undefined): boolean {
  return step === pattern || (pattern === "*" && step !== CALLED && step !== CONSTRUCTED);
}

function canonicalDeclared(declared: string): string {
  const [module = "", name = ""] = declared.split("#");
  return `${canonicalModule(module)}#${name}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
