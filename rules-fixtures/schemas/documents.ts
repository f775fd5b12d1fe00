/** Holds a document beside another one of the same API: what is the same, what says the same, and what differs. */
import type { OpenApiDocument, OpenApiOperation, Parameter } from "@loopguard/engine";
import { difference } from "./equivalence.js";

export type Part = "operation" | "parameter" | "body" | "response" | "schema";

export interface Judgement {
  readonly part: Part;
  /** `GET /users/{} response 200` */
  readonly name: string;
  /** `surplus`: only our document has it. `more`: and that is an error's answer. */
  readonly is: "identical" | "equivalent" | "different" | "missing" | "surplus" | "more";
  readonly because?: string;
}

interface Described {
  readonly name: string;
  readonly operation: OpenApiOperation;
}

/** @param prefix what stands before the paths of theirs */
export function judgeDocuments(ours: OpenApiDocument, theirs: OpenApiDocument, prefix = ""): readonly Judgement[] {
  const own = operationsOf(ours, "");
  const others = operationsOf(theirs, prefix);
  const judgements: Judgement[] = [];
  for (const { name, operation } of others) {
    const found = own.find((each) => each.name === name)?.operation;
    judgements.push({ part: "operation", name, is: found ? "identical" : "missing" });
    if (!found) continue;
    judgements.push(...parameters(name, found, operation, ours, theirs));
    judgements.push(...bodies(name, found, operation, ours, theirs));
    judgements.push(...responses(name, found, operation, ours, theirs));
  }
  for (const { name } of own)
    if (!others.some((each) => each.name === name)) judgements.push({ part: "operation", name, is: "surplus" });
  return [...judgements, ...schemas(ours, theirs)];
}

function parameters(
  name: string,
  own: OpenApiOperation,
  other: OpenApiOperation,
  ours: OpenApiDocument,
  theirs: OpenApiDocument,
): Judgement[] {
  const keyOf = ({ in: place, name: own }: Parameter): string =>
    `${place}.${place === "header" ? own.toLowerCase() : own}`;
  const [mine, wanted] = [own.parameters ?? [], (other.parameters ?? []).map((each) => dereferenced(each, theirs))];
  const judged = wanted.map((each): Judgement => {
    const part = { part: "parameter", name: `${name} parameter ${keyOf(each)}` } as const;
    const found = mine.find((candidate) => keyOf(candidate) === keyOf(each));
    if (!found) return { ...part, is: "missing" };
    if ((found.required ?? false) !== (each.required ?? false))
      return { ...part, is: "different", because: `required: ${String(found.required)} and ${String(each.required)}` };
    return { ...part, ...compared(found.schema, each.schema, ours, theirs) };
  });
  const surplus = mine.filter((each) => !wanted.some((candidate) => keyOf(candidate) === keyOf(each)));
  return [
    ...judged,
    ...surplus.map((each): Judgement => ({
      part: "parameter",
      name: `${name} parameter ${keyOf(each)}`,
      is: "surplus",
    })),
  ];
}

function bodies(
  name: string,
  own: OpenApiOperation,
  other: OpenApiOperation,
  ours: OpenApiDocument,
  theirs: OpenApiDocument,
): Judgement[] {
  const part = { part: "body", name: `${name} body` } as const;
  if (!own.requestBody && !other.requestBody) return [];
  if (!own.requestBody || !other.requestBody) return [{ ...part, is: own.requestBody ? "surplus" : "missing" }];
  return [{ ...part, ...contents(own.requestBody.content, other.requestBody.content, ours, theirs) }];
}

function responses(
  name: string,
  own: OpenApiOperation,
  other: OpenApiOperation,
  ours: OpenApiDocument,
  theirs: OpenApiDocument,
): Judgement[] {
  return [...new Set([...Object.keys(other.responses), ...Object.keys(own.responses)])].map((status): Judgement => {
    const part = { part: "response", name: `${name} response ${status}` } as const;
    const [mine, wanted] = [own.responses[status], other.responses[status]];
    // Few generators know what errors are thrown: ours says more, not something else.
    if (!wanted) return { ...part, is: /^(?:[45]|default)/u.test(status) ? "more" : "surplus" };
    if (!mine) return { ...part, is: "missing" };
    return { ...part, ...contents(mine.content ?? {}, wanted.content ?? {}, ours, theirs) };
  });
}

type Content = NonNullable<OpenApiOperation["requestBody"]>["content"];

function contents(own: Content, other: Content, ours: OpenApiDocument, theirs: OpenApiDocument) {
  const [mine, wanted] = [Object.keys(own).sort(), Object.keys(other).sort()];
  // An answer without anything in it may be declared as one of any type.
  const isEmpty = mine.length === 0 && wanted.every((type) => Object.keys(other[type]?.schema ?? {}).length === 0);
  if (isEmpty) return { is: wanted.length === 0 ? "identical" : "equivalent" } as const;
  if (mine.join() !== wanted.join())
    return { is: "different", because: `${mine.join() || "nothing"} and ${wanted.join() || "nothing"}` } as const;
  const judged = mine.map((type) => compared(own[type]?.schema, other[type]?.schema, ours, theirs));
  return (
    judged.find(({ is }) => is === "different") ?? judged.find(({ is }) => is === "equivalent") ?? judged[0] ?? SAME
  );
}

const SAME = { is: "identical" } as const;

/** Theirs by name, beside whichever of ours says the same. */
function schemas(ours: OpenApiDocument, theirs: OpenApiDocument): Judgement[] {
  const own = Object.entries(ours.components?.schemas ?? {});
  return Object.entries(theirs.components?.schemas ?? {}).map(([name, schema]): Judgement => {
    const part = { part: "schema", name: `schema ${name}` } as const;
    const judged = own.map(([ownName, each]) => ({ ownName, ...compared(each, schema, ours, theirs) }));
    const same = judged.find(({ is }) => is === "identical") ?? judged.find(({ is }) => is === "equivalent");
    if (same) return { ...part, is: same.is };
    const named = judged.find(({ ownName }) => ownName === name || name.endsWith(`.${ownName}`));
    return named
      ? { ...part, is: "different", ...("because" in named && { because: named.because }) }
      : { ...part, is: "missing" };
  });
}

function compared(own: unknown, other: unknown, ours: OpenApiDocument, theirs: OpenApiDocument) {
  const found = difference({ schema: own, document: ours }, { schema: other, document: theirs });
  if (found !== undefined) return { is: "different", because: found } as const;
  const isSame = plainText(own) === plainText(other);
  return { is: isSame ? "identical" : "equivalent" } as const;
}

/** Without what is for persons, and in one order. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
    .filter(([key]) => key !== "description" && key !== "title" && !key.startsWith("x-"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${key}:${plainText(each)}`).join()}}`;
}

function dereferenced<T>(value: T, document: unknown): T {
  const reference = (value as { readonly $ref?: string }).$ref;
  if (reference === undefined) return value;
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], document) as T;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

function operationsOf({ paths }: OpenApiDocument, prefix: string): Described[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, OpenApiOperation>>).flatMap(([method, operation]) =>
      METHODS.has(method)
        ? [{ name: `${method.toUpperCase()} ${prefix}${path}`.replaceAll(/\{[^}]*\}/gu, "{}"), operation }]
        : [],
    ),
  );
}
