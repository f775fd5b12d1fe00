/** The named schemas of one document: made once for each direction, and named when all of them are known. */
import { COMPONENTS, type Direction, type JsonSchema } from "../../schema-reader.js";
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
  readonly schemas: Partial<Record<Direction, JsonSchema>>;
}

type Job = () => void;

export class Components {
  readonly #components = new Map<string, Component>();
  readonly #jobs: Job[] = [];

  /** @returns a reference, valid until {@link named}; undefined when there are too many components */
  refer(identity: ComponentIdentity, direction: Direction, make: () => JsonSchema): JsonSchema | undefined {
    const known = this.#components.get(identity.key);
    const component = known ?? { identity, schemas: {} };
    if (!known) {
      if (this.#components.size >= MAX_COMPONENTS) return undefined;
      this.#components.set(identity.key, component);
    }
    if (!component.schemas[direction]) {
      component.schemas[direction] = {};
      this.#jobs.push(() => {
        component.schemas[direction] = make();
      });
    }
    return { $ref: provisional(identity.key, direction) };
  }

  /** Makes what was referred to, and what that refers to. */
  finish(): void {
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) job();
  }

  /** The schemas with the components' final names in their references, and the components that they need. */
  named(schemas: readonly JsonSchema[]): {
    readonly schemas: readonly JsonSchema[];
    readonly components: Readonly<Record<string, JsonSchema>>;
  } {
    const used = this.#reachable(schemas);
    const split = this.#split(used);
    const names = this.#names(used, split);
    const rename = (schema: JsonSchema): JsonSchema =>
      withReferences(schema, (reference) => {
        const name = names.get(mergedReference(reference, split));
        return name === undefined ? reference : `${COMPONENTS}${name}`;
      });
    const components = [...names]
      .map(([reference, name]) => [name, rename(this.#schema(reference))] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { schemas: schemas.map(rename), components: Object.fromEntries(components) };
  }

  #schema(reference: string): JsonSchema {
    const { key, direction } = partsOf(reference);
    const schemas = this.#components.get(key)?.schemas;
    return schemas?.[direction] ?? schemas?.[direction === "input" ? "output" : "input"] ?? {};
  }

  #reachable(schemas: readonly JsonSchema[]): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (schema: JsonSchema): void => {
      withReferences(schema, (reference) => {
        if (isProvisional(reference) && !reached.has(reference)) {
          reached.add(reference);
          visit(this.#schema(reference));
        }
        return reference;
      });
    };
    for (const schema of schemas) visit(schema);
    return reached;
  }

  /** The keys of components that differ between input and output: by what they say, or by what they refer to. */
  #split(used: ReadonlySet<string>): ReadonlySet<string> {
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
            withReferences(this.#schema(provisional(key, direction)), (reference) => mergedReference(reference, split)),
          ),
        );
        if (input !== output) split.add(key);
      }
    }
    return split;
  }

  /** Final names by reference. Those of one name are told apart by their files; a split one's input is an `…Input`. */
  #names(used: ReadonlySet<string>, split: ReadonlySet<string>): ReadonlyMap<string, string> {
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

/** A copy of the schema whose references, in the discriminators too, are mapped. */
export function withReferences(schema: JsonSchema, map: (reference: string) => string): JsonSchema {
  const all = (schemas: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> =>
    Object.fromEntries(Object.entries(schemas).map(([name, part]) => [name, withReferences(part, map)]));
  const result: Record<string, unknown> = { ...schema };
  if (schema.$ref !== undefined) result["$ref"] = map(schema.$ref);
  if (schema.properties) result["properties"] = all(schema.properties);
  if (schema.patternProperties) result["patternProperties"] = all(schema.patternProperties);
  for (const keyword of ["anyOf", "oneOf", "allOf", "prefixItems"] as const) {
    const schemas = schema[keyword];
    if (schemas) result[keyword] = schemas.map((part) => withReferences(part, map));
  }
  for (const keyword of ["items", "additionalProperties", "propertyNames", "contains", "not"] as const) {
    const part = schema[keyword];
    if (typeof part === "object") result[keyword] = withReferences(part, map);
  }
  if (schema.discriminator?.mapping) {
    result["discriminator"] = {
      ...schema.discriminator,
      mapping: Object.fromEntries(
        Object.entries(schema.discriminator.mapping).map(([value, reference]) => [value, map(reference)]),
      ),
    };
  }
  return result;
}
