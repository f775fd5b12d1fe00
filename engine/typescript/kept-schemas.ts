/** What was read of types and validators, kept for as long as it is true while files are edited. */
import type { Span } from "../facts/facts.js";
import { areApart, movedOffset, movedSpan, type Replaced } from "../facts/replaced.js";
import type {
  JsonSchema,
  SchemaAnswer,
  SchemaProblem,
  SchemaReader,
  SchemaReading,
  SchemaRequest,
} from "../schema-reader.js";
import { type ComponentIdentity, Components, withKey, withReferences } from "./schemas/components.js";
import { namedReading, type UnnamedSchemaReader } from "./schemas/reader.js";
import { FLEETING } from "./schemas/type-names.js";

interface Kept {
  readonly request: SchemaRequest;
  /** Without the names of components, which are decided over all of a document. */
  readonly answer: SchemaAnswer;
}

export class KeptSchemas implements SchemaReader {
  readonly #reader: Pick<UnnamedSchemaReader, "readUnnamed">;
  readonly #kept = new Map<string, Kept>();
  /** Those that the kept answers refer to. */
  #components = new Components();

  /** How many requests the reader was asked. */
  asked = 0;

  /** @param reader asked for what is not known */
  constructor(reader: Pick<UnnamedSchemaReader, "readUnnamed">) {
    this.#reader = reader;
  }

  read(requests: readonly SchemaRequest[]): SchemaReading {
    const keys = requests.map(keyOf);
    const unknown = [...requests.entries()].filter(([index]) => !this.#kept.has(keys[index] ?? ""));
    const missing = unknown.map(([, request]) => request);
    const components = this.#components;
    this.asked += missing.length;
    const answers = missing.length === 0 ? [] : this.#reader.readUnnamed(missing, components);
    if (components.isFull && missing.length < requests.length) {
      // Which of them are left out depends on who comes first.
      this.clear();
      return this.read(requests);
    }
    const read = new Map<string, Kept>();
    for (const [order, [index, request]] of unknown.entries())
      read.set(keys[index] ?? "", { request, answer: answers[order] ?? NOTHING });
    const reading = namedReading(
      keys.map((key) => (this.#kept.get(key) ?? read.get(key))?.answer ?? NOTHING),
      components,
    );
    // What stands elsewhere decides about those that are within something, and is not looked at by edits.
    const lasting = [...read].filter(
      ([, { request, answer }]) => request.within === undefined && !components.some(answer.schema, isFleeting),
    );
    for (const [key, kept] of lasting) this.#kept.set(key, kept);
    if (lasting.length < read.size) this.keepOnly(() => true);
    return reading;
  }

  /** Keeps all but what has to do with the scope, and moves what it says about the file. */
  replace(file: string, replaced: Replaced, scope: Span): void {
    const places = new MovedPlaces(file, replaced);
    const isKnown = (identity: ComponentIdentity, problems: readonly SchemaProblem[]): boolean =>
      places.hasKey(identity.key) && places.hasAll(problems);
    this.keepOnly(({ request, answer }) => {
      const span = spanOf(request);
      const isApart = request.file !== file || (areApart(span, replaced.before) && areApart(span, scope));
      const isMovable = places.hasAll(answer.problems);
      return isApart && isMovable && !this.#components.some(answer.schema, (...of) => !isKnown(...of));
    }, places);
  }

  forget(files: ReadonlySet<string>): void {
    this.keepOnly(({ request }) => !files.has(request.file));
  }

  clear(): void {
    this.#kept.clear();
    this.#components = new Components();
  }

  private keepOnly(isKept: (kept: Kept) => boolean, places?: MovedPlaces): void {
    const kept = [...this.#kept.values()].filter(isKept);
    const before = kept.map(({ answer }) => answer.schema);
    this.#components = this.#components.rewritten(before, places ?? AS_IT_IS);
    this.#kept.clear();
    for (const each of kept) {
      const moved = places ? places.kept(each) : each;
      this.#kept.set(keyOf(moved.request), moved);
    }
  }
}

const NOTHING: SchemaAnswer = { schema: {}, problems: [] };

const AS_IT_IS = {
  identity: (identity: ComponentIdentity) => identity,
  schema: (schema: JsonSchema) => schema,
  problems: (problems: readonly SchemaProblem[]) => problems,
};

/** Where everything is that lies in a file of which a part was replaced. */
class MovedPlaces {
  readonly #file: string;
  readonly #replaced: Replaced;

  constructor(file: string, replaced: Replaced) {
    this.#file = file;
    this.#replaced = replaced;
  }

  /** Whether what the component is of is still there. */
  hasKey(key: string): boolean {
    return this.offsetsIn(key).every((offset) => movedOffset(offset, this.#replaced) !== undefined);
  }

  hasAll(problems: readonly SchemaProblem[]): boolean {
    return problems.every(({ file, span }) => file !== this.#file || movedSpan(span, this.#replaced) !== undefined);
  }

  kept({ request, answer }: Kept): Kept {
    const { schema, problems } = answer;
    return {
      request: request.file === this.#file ? this.request(request) : request,
      answer: { ...answer, schema: this.schema(schema), problems: this.problems(problems) },
    };
  }

  identity({ key, name, place }: ComponentIdentity): ComponentIdentity {
    const offset = place.file === this.#file ? (movedOffset(place.offset, this.#replaced) ?? 0) : place.offset;
    return { key: this.key(key), name, place: { file: place.file, offset } };
  }

  schema(schema: JsonSchema): JsonSchema {
    return withReferences(schema, (reference) => withKey(reference, (key) => this.key(key)));
  }

  problems(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
    return problems.map((problem) =>
      problem.file === this.#file ? { ...problem, span: this.span(problem.span) } : problem,
    );
  }

  private request(request: SchemaRequest): SchemaRequest {
    return "span" in request
      ? { ...request, span: this.span(request.span) }
      : { ...request, function: this.span(request.function) };
  }

  private span(span: Span): Span {
    return movedSpan(span, this.#replaced) ?? span;
  }

  /** Keys name places as files and offsets. */
  private key(key: string): string {
    const [first = "", ...others] = key.split(`${this.#file}:`);
    const moved = others.map((rest) =>
      rest.replace(/^\d+/u, (offset) => String(movedOffset(Number(offset), this.#replaced) ?? offset)),
    );
    return [first, ...moved].join(`${this.#file}:`);
  }

  private offsetsIn(key: string): number[] {
    const [, ...others] = key.split(`${this.#file}:`);
    return others.map((rest) => Number.parseInt(rest, 10));
  }
}

function isFleeting({ key }: ComponentIdentity): boolean {
  return key.includes(FLEETING);
}

function spanOf(request: SchemaRequest): Span {
  return "span" in request ? request.span : request.function;
}

function keyOf(request: SchemaRequest): string {
  return JSON.stringify(request);
}
