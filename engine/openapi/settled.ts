/** What is settled of an answer before it is sent, by calls and statements of their own: its status, type and headers. */
import type { Span } from "../facts/facts.js";
import type { Use, Written } from "../handler-reader.js";
import type { CodeFunction } from "./code.js";
import type { AnswerShape } from "./conventions.js";
import { argumentAt, type Frame, literalOf, resolved } from "./frames.js";
import { mediaTypeOf } from "./media-types.js";

export type Status = number | "default";

/** What was settled of an answer before it is sent. */
export interface Settled {
  /** Several where one or the other is. */
  readonly statuses?: readonly Status[];
  readonly contentType?: string;
  /** Names in small letters. */
  readonly headers: readonly string[];
}

/** Settled by a statement of its own: `response.status(404);`. */
interface Settlement extends Settled {
  readonly file: string;
  readonly function: Span;
  readonly block: Span;
  readonly at: number;
}

export const NOTHING: Settled = { headers: [] };

/** What the statements of a handler, and of what it calls, settle, in the order in which they run. */
export class Settlements {
  readonly #all: Settlement[] = [];

  add(settled: Settled, { block, function: by, span }: Use, { file }: Frame): void {
    this.#all.push({ ...settled, file, block, function: by, at: span.start });
  }

  /** What holds where something is sent, also in a callback. */
  before({ block, function: by, span }: Use, { file }: Frame): Settled {
    const before = this.#all.filter(
      (each) =>
        each.file === file && isAround(each.function, by) && each.at < span.start && isAround(each.block, block),
    );
    const statuses = before.findLast((each) => each.statuses)?.statuses;
    const contentType = before.findLast((each) => each.contentType !== undefined)?.contentType;
    return {
      ...(statuses && { statuses }),
      ...(contentType !== undefined && { contentType }),
      headers: before.flatMap(({ headers }) => headers),
    };
  }

  /** `reply.code(201); return user;` */
  statusesAt(at: Span, of: CodeFunction): readonly Status[] | undefined {
    return this.of(of).findLast((each) => each.statuses && each.at < at.start && isAround(each.block, at))?.statuses;
  }

  /** What holds at the end of a function. */
  atEnd(of: CodeFunction): Pick<Settled, "statuses" | "contentType"> {
    const own = this.of(of);
    const statuses = own.findLast((each) => each.statuses)?.statuses;
    const contentType = own.findLast((each) => each.contentType !== undefined)?.contentType;
    return { ...(statuses && { statuses }), ...(contentType !== undefined && { contentType }) };
  }

  private of({ file, span }: CodeFunction): readonly Settlement[] {
    return this.#all.filter((each) => each.file === file && each.function.start === span.start);
  }
}

/** What a call settles, with what was settled in the chain before it. */
export function settle(shape: AnswerShape, given: readonly Written[], before: Settled, frame: Frame): Settled {
  const statuses = shape.status === undefined ? undefined : statusesOf(shape.status, given, frame);
  const headers = headersOf(shape, given, frame);
  const typed = headers.find(({ name }) => name === "content-type")?.value;
  const named = shape.typeAt === undefined ? undefined : textAt(given, shape.typeAt, frame);
  const contentType = named ?? typed ?? shape.contentType ?? before.contentType;
  return {
    ...(statuses ? { statuses } : before.statuses && { statuses: before.statuses }),
    ...(contentType !== undefined && { contentType: mediaTypeOf(contentType) }),
    headers: [...before.headers, ...headers.map(({ name }) => name).filter((name) => name !== "content-type")],
  };
}

/** Every status that may be written there; undefined where none is. */
export function statusesOf(
  where: number | string | readonly string[],
  given: readonly Written[],
  frame: Frame,
): readonly Status[] | undefined {
  if (typeof where === "number") return [where];
  for (const place of typeof where === "string" ? [where] : where) {
    const found = argumentAt(given, place, frame);
    // A number that stands for itself: the default, which comes last.
    if (!found && /^\d{3}$/u.test(place)) return [Number(place)];
    const statuses = found && statusesIn(found.value, found.frame);
    if (statuses) return statuses;
  }
  return undefined;
}

/** The statuses of the names that may be written there. */
export function namedStatuses(
  named: Readonly<Record<string, number>>,
  where: string,
  given: readonly Written[],
  frame: Frame,
): readonly Status[] {
  const found = argumentAt(given, where, frame);
  const values = found?.value.is === "either" ? found.value.values : found ? [found.value] : [];
  return values.map((value) => named[String(found && literalOf(value, found.frame))] ?? "default");
}

/** Texts and objects are no statuses: they stand where one may be left out. */
function statusesIn(value: Written, frame: Frame): readonly Status[] | undefined {
  const { value: written, frame: at } = resolved(value, frame);
  if (written.is === "either") return [...new Set(written.values.flatMap((each) => statusesIn(each, at) ?? []))];
  if (written.is === "literal") return typeof written.value === "number" ? [written.value] : undefined;
  return written.is === "object" || written.is === "array" || written.is === "function" ? undefined : ["default"];
}

function textAt(given: readonly Written[], where: string, frame: Frame): string | undefined {
  const found = argumentAt(given, where, frame);
  const value = found && literalOf(found.value, found.frame);
  return typeof value === "string" ? value : undefined;
}

/** In small letters. */
function headersOf(
  { header, headersAt, sets = [] }: AnswerShape,
  given: readonly Written[],
  frame: Frame,
): { readonly name: string; readonly value: string | undefined }[] {
  const one = header && textAt(given, header.name, frame);
  const several = headersAt === undefined ? undefined : argumentAt(given, headersAt, frame);
  return [
    ...sets.map((name) => ({ name, value: undefined })),
    ...(header && one !== undefined ? [{ name: one.toLowerCase(), value: textAt(given, header.value, frame) }] : []),
    ...(several?.value.is === "object"
      ? several.value.properties.map(({ name, value }) => {
          const text = literalOf(value, several.frame);
          return { name: name.toLowerCase(), value: typeof text === "string" ? text : undefined };
        })
      : []),
  ];
}

function isAround(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
