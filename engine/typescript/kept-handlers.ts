/** What was read of handlers, kept for as long as it is true while files are edited. */
import type { Span } from "../facts/facts.js";
import { areApart, movedOffset, movedSpan, type Replaced } from "../facts/replaced.js";
import type { HandlerAnswer, HandlerReader, HandlerRequest } from "../handler-reader.js";

interface Kept {
  readonly request: HandlerRequest;
  readonly answer: HandlerAnswer;
}

export class KeptHandlers implements HandlerReader {
  readonly #reader: HandlerReader;
  /** By file, and then by what is asked of it. */
  readonly #files = new Map<string, Map<string, Kept>>();

  /** How many requests the reader was asked. */
  asked = 0;

  /** @param reader asked for what is not known */
  constructor(reader: HandlerReader) {
    this.#reader = reader;
  }

  read(requests: readonly HandlerRequest[]): readonly HandlerAnswer[] {
    const known = (request: HandlerRequest): Kept | undefined => this.#files.get(request.file)?.get(keyOf(request));
    const missing = requests.filter((request) => !known(request));
    this.asked += missing.length;
    const answers = missing.length === 0 ? [] : this.#reader.read(missing);
    for (const [index, request] of missing.entries()) {
      const answer = answers[index];
      if (answer) this.keep({ request, answer });
    }
    return requests.map((request) => known(request)?.answer ?? NOTHING);
  }

  /** Keeps all but what has to do with the scope, and moves what it says about the file. */
  replace(file: string, replaced: Replaced, scope: Span): void {
    const kept = [...(this.#files.get(file)?.values() ?? [])];
    this.#files.delete(file);
    for (const each of kept) {
      const span = spanOf(each.request);
      if (!areApart(span, replaced.before) || !areApart(span, scope)) continue;
      // All that an answer names lies in the file that it is about.
      const moved = movedPlaces(each, replaced);
      if (moved) this.keep(moved);
    }
  }

  forget(files: Iterable<string>): void {
    for (const file of files) this.#files.delete(file);
  }

  clear(): void {
    this.#files.clear();
  }

  private keep(kept: Kept): void {
    const { file } = kept.request;
    const known = this.#files.get(file) ?? new Map<string, Kept>();
    this.#files.set(file, known.set(keyOf(kept.request), kept));
  }
}

const NOTHING: HandlerAnswer = { parameters: [], decorators: [], classDecorators: [], uses: [], returns: [] };

function spanOf(request: HandlerRequest): Span {
  if (request.read === "function") return request.function;
  return request.read === "class" ? request.class : request.call;
}

function keyOf(request: HandlerRequest): string {
  const { start, end } = spanOf(request);
  return `${request.read} ${String(start)}-${String(end)}`;
}

/** The offsets among the properties of requests and answers. */
const OFFSETS = new Set(["offset", "function", "constructedBy"]);

/** A copy in which spans and offsets are where they are now; undefined where one of them is no more. */
function movedPlaces<T>(value: T, replaced: Replaced): T | undefined {
  const places: unknown[] = [];
  const move = (each: unknown, name: string): unknown => {
    if (typeof each === "number") return OFFSETS.has(name) ? known(movedOffset(each, replaced)) : each;
    if (Array.isArray(each)) return each.map((element) => move(element, ""));
    if (typeof each !== "object" || each === null) return each;
    if (isSpan(each)) return known(movedSpan(each, replaced));
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, move(inner, key)]));
  };
  const known = (place: unknown): unknown => {
    places.push(place);
    return place;
  };
  const moved = move(value, "");
  return places.includes(undefined) ? undefined : (moved as T);
}

function isSpan(value: object): value is Span {
  return "start" in value && "end" in value && Object.keys(value).length === 2;
}
