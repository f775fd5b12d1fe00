/** The named schemas of one document: made once for each direction, and named when all of them are known. */
import { COMPONENTS, type Direction, type JsonSchema, type SchemaProblem } from "../../schema-reader.js";
import { contentHash } from "../../facts/content-hash.js";
import { MAX_COMPONENTS } from "./limits.js";

/** What a component is of. */
export interface ComponentIdentity {
  /** The same for the same type or validator, whoever mentions it. */
  readonly key: string;
  /** As a person would call it; others may be called the same. */
  readonly name: string;
  /** The file and offset of what declares it: tells those of one name apart. */
  readonly place: { readonly file: string; readonly offset: number };
}

interface Component {
  readonly identity: ComponentIdentity;
  /** Absent until it is made. */
  readonly made: Partial<Record<Direction, Made>>;
}

interface Made {
  schema: JsonSchema;
  problems: readonly SchemaProblem[];
}

export class Components {
  readonly #components = new Map<string, Component>();
  readonly #jobs: { readonly made: Made; readonly make: () => JsonSchema }[] = [];

  /** So many that some were not made. */
  get isFull(): boolean {
    return this.#components.size >= MAX_COMPONENTS;
  }

  /** @returns a reference, valid until {@link named}; undefined when there are too many components */
  refer(identity: ComponentIdentity, direction: Direction, make: () => JsonSchema): JsonSchema | undefined {
    const known = this.#components.get(identity.key);
    const component = known ?? { identity, made: {} };
    if (!known) {
      if (this.isFull) return undefined;
      this.#components.set(identity.key, component);
    }
    if (!component.made[direction]) {
      const made: Made = { schema: {}, problems: [] };
      component.made[direction] = made;
      this.#jobs.push({ made, make });
    }
    return { $ref: provisional(identity.key, direction) };
  }

  /**
   * Makes what was referred to, and what that refers to.
   *
   * @param problems where those that making reports arrive; they are kept with what they are of
   */
  finish(problems: SchemaProblem[]): void {
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      const before = problems.length;
      job.made.schema = job.make();
      job.made.problems = problems.splice(before);
    }
  }

  /** The schemas with the components' final names in their references, and the components that they need. */
  named(schemas: readonly JsonSchema[]): {
    readonly schemas: readonly JsonSchema[];
    readonly components: Readonly<Record<string, JsonSchema>>;
  } {
    const used = this.reachable(schemas);
    const split = this.split(used);
    const names = this.names(used, split);
    const rename = (schema: JsonSchema): JsonSchema =>
      withReferences(schema, (reference) => {
        const name = names.get(mergedReference(reference, split));
        return name === undefined ? reference : `${COMPONENTS}${name}`;
      });
    const components = [...names]
      .map(([reference, name]) => [name, rename(this.schema(reference))] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { schemas: schemas.map(rename), components: Object.fromEntries(components) };
  }

  /** The problems of what a schema refers to, but for what is known already, which it adds to. */
  problemsBelow(schema: JsonSchema, known: Set<string>): SchemaProblem[] {
    const problems: SchemaProblem[] = [];
    this.reach(schema, known, (reference) => problems.push(...(this.made(reference)?.problems ?? [])));
    return problems;
  }

  /** Whether the schema, or what it refers to, has a component that the test is true of. */
  some(
    schema: JsonSchema,
    test: (identity: ComponentIdentity, problems: readonly SchemaProblem[]) => boolean,
  ): boolean {
    const reached = new Set<string>();
    this.reach(schema, reached);
    return [...reached].some((reference) => {
      const component = this.#components.get(partsOf(reference).key);
      return component !== undefined && test(component.identity, this.made(reference)?.problems ?? []);
    });
  }

  /** Those that the schemas need, made of them once more by the maps. */
  rewritten(schemas: readonly JsonSchema[], map: ComponentMap): Components {
    const kept = new Components();
    for (const reference of this.reachable(schemas)) {
      const { key, direction } = partsOf(reference);
      const component = this.#components.get(key);
      const made = component?.made[direction];
      if (!component || !made) continue;
      const identity = map.identity(component.identity);
      const own = kept.#components.get(identity.key) ?? { identity, made: {} };
      own.made[direction] = { schema: map.schema(made.schema), problems: map.problems(made.problems) };
      kept.#components.set(identity.key, own);
    }
    return kept;
  }

  private schema(reference: string): JsonSchema {
    return this.made(reference)?.schema ?? {};
  }

  private made(reference: string): Made | undefined {
    const { key, direction } = partsOf(reference);
    const made = this.#components.get(key)?.made;
    return made?.[direction] ?? made?.[direction === "input" ? "output" : "input"];
  }

  private reachable(schemas: readonly JsonSchema[]): ReadonlySet<string> {
    const reached = new Set<string>();
    for (const schema of schemas) this.reach(schema, reached);
    return reached;
  }

  private reach(schema: JsonSchema, reached: Set<string>, onReached?: (reference: string) => void): void {
    withReferences(schema, (reference) => {
      if (isProvisional(reference) && !reached.has(reference)) {
        reached.add(reference);
        onReached?.(reference);
        this.reach(this.schema(reference), reached, onReached);
      }
      return reference;
    });
  }

  /** The keys of components that differ between input and output: by what they say, or by what they refer to. */
  private split(used: ReadonlySet<string>): ReadonlySet<string> {
    const candidates = [...this.#components.keys()].filter(
      (key) => used.has(provisional(key, "input")) && used.has(provisional(key, "output")),
    );
    const split = new Set<string>();
    for (let size = -1; size !== split.size;) {
      size = split.size;
      for (const key of candidates) {
        if (split.has(key)) continue;
        const [input, output] = (["input", "output"] as const).map((direction) =>
          JSON.stringify(
            withReferences(this.schema(provisional(key, direction)), (reference) => mergedReference(reference, split)),
          ),
        );
        if (input !== output) split.add(key);
      }
    }
    return split;
  }

  /** Final names by reference. Those of one name are told apart by their files; a split one's input is an `…Input`. */
  private names(used: ReadonlySet<string>, split: ReadonlySet<string>): ReadonlyMap<string, string> {
    const references = [...new Set([...used].map((reference) => mergedReference(reference, split)))];
    const wanted = new Map<string, { readonly reference: string; readonly identity: ComponentIdentity }[]>();
    for (const reference of references) {
      const { key, direction } = partsOf(reference);
      const identity = this.#components.get(key)?.identity;
      if (!identity) continue;
      const name = split.has(key) && direction === "input" ? `${identity.name}Input` : identity.name;
      wanted.set(name, [...(wanted.get(name) ?? []), { reference, identity }]);
    }
    const names = new Map<string, string>();
    const taken = new Set([...wanted].flatMap(([name, those]) => (those.length === 1 ? [name] : [])));
    for (const [name, those] of [...wanted].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const [only] = those;
      if (only && those.length === 1) names.set(only.reference, name);
      else for (const [reference, distinct] of toldApart(name, those, taken)) names.set(reference, distinct);
    }
    return names;
  }
}

/** What components become while they are kept. */
export interface ComponentMap {
  identity(identity: ComponentIdentity): ComponentIdentity;
  schema(schema: JsonSchema): JsonSchema;
  problems(problems: readonly SchemaProblem[]): readonly SchemaProblem[];
}

/** `User` of two files becomes `users.User` and `billing.User`; of one file, `User` and `User2`. */
function toldApart(
  name: string,
  those: readonly { readonly reference: string; readonly identity: ComponentIdentity }[],
  taken: Set<string>,
): [string, string][] {
  const inOrder = [...those].sort(
    ({ identity: one }, { identity: other }) =>
      compare(one.place.file, other.place.file) || one.place.offset - other.place.offset || compare(one.key, other.key),
  );
  const files = [...new Set(inOrder.map(({ identity }) => identity.place.file))];
  const prefixes = distinguishing(files);
  return inOrder.map(({ reference, identity }) => {
    const prefix = prefixes.get(identity.place.file) ?? "";
    const base = files.length > 1 && prefix !== "" ? `${prefix}.${name}` : name;
    let distinct = base;
    for (let number = 2; taken.has(distinct); number++) distinct = `${base}${String(number)}`;
    taken.add(distinct);
    return [reference, distinct];
  });
}

/** The shortest ends of the paths that tell them apart, as names. */
function distinguishing(files: readonly string[]): ReadonlyMap<string, string> {
  const segments = files.map((file) =>
    file
      .replace(/(?:\.d)?\.\w+$/u, "")
      .split("/")
      .filter((segment) => segment !== "" && segment !== "index"),
  );
  const longest = Math.max(...segments.map(({ length }) => length));
  for (let length = 1; length <= longest; length++) {
    const ends = segments.map((parts) =>
      parts
        .slice(-length)
        .join(".")
        .replace(/[^A-Za-z0-9._-]/gu, "_"),
    );
    if (new Set(ends).size === files.length) return new Map(files.map((file, index) => [file, ends[index] ?? ""]));
  }
  return new Map(files.map((file) => [file, contentHash(file).slice(0, 8)]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const PROVISIONAL = "component:";

function provisional(key: string, direction: Direction): string {
  return `${PROVISIONAL}${direction}:${key}`;
}

/** The reference as it is once the key of its component is another; any other reference is as it was. */
export function withKey(reference: string, map: (key: string) => string): string {
  if (!isProvisional(reference)) return reference;
  const { key, direction } = partsOf(reference);
  return provisional(map(key), direction);
}

function isProvisional(reference: string): boolean {
  return reference.startsWith(PROVISIONAL);
}

function partsOf(reference: string): { readonly key: string; readonly direction: Direction } {
  const rest = reference.slice(PROVISIONAL.length);
  const direction = rest.startsWith("input:") ? "input" : "output";
  return { direction, key: rest.slice(direction.length + 1) };
}

/** One reference for both directions, unless they differ. */
function mergedReference(reference: string, split: ReadonlySet<string>): string {
  if (!isProvisional(reference)) return reference;
  const { key } = partsOf(reference);
  return split.has(key) ? reference : provisional(key, "output");
}

/** The schema with its references, in the discriminators too, mapped; itself where they stay as they are. */
export function withReferences(schema: JsonSchema, map: (reference: string) => string): JsonSchema {
  const changes: Record<string, unknown> = {};
  const put = (keyword: keyof JsonSchema, mapped: unknown): void => {
    if (mapped !== schema[keyword]) changes[keyword] = mapped;
  };
  if (schema.$ref !== undefined) put("$ref", map(schema.$ref));
  for (const keyword of OF_SCHEMAS) {
    const schemas = schema[keyword];
    if (schemas)
      put(
        keyword,
        mappedValues(schemas, (part) => withReferences(part, map)),
      );
  }
  for (const keyword of LISTS_OF_SCHEMAS) {
    const schemas = schema[keyword];
    if (!schemas) continue;
    const mapped = schemas.map((part) => withReferences(part, map));
    put(keyword, mapped.every((part, index) => part === schemas[index]) ? schemas : mapped);
  }
  for (const keyword of SCHEMAS) {
    const part = schema[keyword];
    if (typeof part === "object") put(keyword, withReferences(part, map));
  }
  const { discriminator } = schema;
  const mapping = discriminator?.mapping && mappedValues(discriminator.mapping, map);
  if (mapping !== discriminator?.mapping) put("discriminator", { ...discriminator, mapping });
  return Object.keys(changes).length > 0 ? { ...schema, ...changes } : schema;
}

const OF_SCHEMAS = ["properties", "patternProperties"] as const;
const LISTS_OF_SCHEMAS = ["anyOf", "oneOf", "allOf", "prefixItems"] as const;
const SCHEMAS = ["items", "additionalProperties", "propertyNames", "contains", "not"] as const;

function mappedValues<T>(record: Readonly<Record<string, T>>, map: (value: T) => T): Readonly<Record<string, T>> {
  const mapped = Object.entries(record).map(([name, value]) => [name, map(value)] as const);
  return mapped.every(([name, value]) => value === record[name]) ? record : Object.fromEntries(mapped);
}
