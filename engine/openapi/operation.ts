/** Makes an operation of what was seen of a handler. */
import type { ReadComment } from "../handler-reader.js";
import type { Json, JsonSchema, SchemaProblem, Maker } from "../schema-reader.js";
import type { Conventions, ParameterPart } from "./conventions.js";
import type { MediaType, Operation, Parameter, RequestBody, Response, SecurityScheme } from "./document.js";
import type { Observed, ObservedAnswer, ObservedRead, SchemaSource } from "./observed.js";
import type { PathTemplate } from "./path-template.js";
import type { SchemaBook } from "./schema-book.js";
import { securityIn } from "./security.js";
import { anyOf, dereferenced, propertiesOf, saysNothing } from "./schemas.js";
import { descriptionOf, isBodiless } from "./statuses.js";

export interface OperationInput {
  readonly method: string;
  readonly template: PathTemplate;
  readonly observed: Observed;
  readonly conventions: Conventions | undefined;
  readonly comment: ReadComment | undefined;
  /** What made what the handler belongs to. */
  readonly makers: readonly Maker[];
}

/** Everything about an operation but its name, and what could not be told of it. */
export interface MadeOperation {
  readonly operation: Omit<Operation, "operationId">;
  /** The security schemes that it refers to. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly problems: readonly SchemaProblem[];
}

/** All schemas that {@link makeOperation} will want to know. */
export function sourcesOf({ reads, validations, answers, declared }: Observed): (SchemaSource | undefined)[] {
  return [
    ...reads.flatMap(({ sources }) => sources),
    ...validations.map(({ source }) => source),
    ...answers.map(({ source }) => source),
    ...declared.map(({ source }) => source),
  ];
}

export function makeOperation(input: OperationInput, book: SchemaBook): MadeOperation {
  return new OperationMaker(input, book).make();
}

class OperationMaker {
  readonly #input: OperationInput;
  readonly #book: SchemaBook;
  readonly #problems: SchemaProblem[] = [];

  constructor(input: OperationInput, book: SchemaBook) {
    this.#input = input;
    this.#book = book;
  }

  make(): MadeOperation {
    const { observed, comment, method } = this.#input;
    const parameters = [
      ...this.#pathParameters(),
      ...this.#parametersIn("query"),
      ...this.#carriedParameters(),
      ...this.#parametersIn("header"),
      ...this.#parametersIn("cookie"),
    ];
    const body = MAY_HAVE_BODY.has(method) ? this.#requestBody() : undefined;
    const responses = this.#responses();
    const security = securityIn(observed, Object.keys(responses));
    const carried = new Set(Object.values(security?.schemes ?? {}).map(({ name = "" }) => name));
    const others = parameters.filter(
      (each) => each.in === "path" || each.in === "query" || !carried.has(each.name.toLowerCase()),
    );
    const { summary, description, tags } = observed.texts;
    const text = description ?? textOf(comment, "description") ?? comment?.text;
    const named = summary ?? textOf(comment, "summary");
    const commentTags = comment?.tags.filter((tag) => tag.name === "tags" || tag.name === "tag");
    const allTags = tags ?? commentTags?.flatMap((tag) => tag.text.split(",").map((each) => each.trim()));
    return {
      operation: {
        ...(allTags && allTags.length > 0 && { tags: allTags }),
        ...(named !== undefined && { summary: named }),
        ...(text !== undefined && text !== "" && { description: text }),
        ...((observed.isDeprecated ?? comment?.tags.some(({ name }) => name === "deprecated")) && { deprecated: true }),
        ...(others.length > 0 && { parameters: others }),
        ...(body && { requestBody: body }),
        responses,
        ...(security && { security: security.requirements }),
      },
      schemes: security?.schemes ?? {},
      problems: this.#problems,
    };
  }

  // ── Parameters ──────────────────────────────────────────────────────────────────────────────

  #pathParameters(): Parameter[] {
    const known = new Map(this.#known("path").map((each) => [each.name, each]));
    return this.#input.template.parameters.map(({ name, pattern, isRest }): Parameter => {
      const found = known.get(name);
      const schema = found && !saysNothing(found.schema) ? found.schema : { type: "string" as const };
      const isText = dereferenced(schema, this.#book.components).type === "string" && schema.$ref === undefined;
      const description = found?.description ?? (isRest === true ? "The rest of the path." : undefined);
      return {
        name,
        in: "path",
        ...(description !== undefined && { description }),
        required: true,
        schema:
          pattern !== undefined && isText && schema.pattern === undefined
            ? { ...schema, pattern: anchored(pattern) }
            : schema,
      };
    });
  }

  #parametersIn(part: "query" | "header" | "cookie"): Parameter[] {
    return this.#known(part)
      .filter(({ name }) => part !== "header" || !OWN_HEADERS.has(name.toLowerCase()))
      .map(({ name, schema, isRequired, description }): Parameter => {
        const { description: own, deprecated, ...rest } = schema;
        const text = description ?? own;
        return {
          name,
          in: part,
          ...(text !== undefined && { description: text }),
          ...(isRequired && { required: true }),
          ...(deprecated === true && { deprecated }),
          schema: saysNothing(rest) ? { type: "string" } : rest,
        };
      });
  }

  /** Parameters that carry values in another form. */
  #carriedParameters(): Parameter[] {
    return this.#input.observed.validations.flatMap(({ part, carriedBy, source }): Parameter[] => {
      if (carriedBy === undefined || part === "body") return [];
      this.#report(source);
      const { schema, absent } = this.#book.answer(source, this.#input.makers);
      return [
        {
          name: carriedBy,
          in: part,
          ...(absent === undefined && { required: true }),
          content: { "application/json": { schema } },
        },
      ];
    });
  }

  /** What schemas declare comes first, and says all; without any, what is read counts. */
  #known(part: ParameterPart): KnownParameter[] {
    const parameters = new Map<string, KnownParameter>();
    const add = (parameter: KnownParameter): void => {
      const key = part === "header" ? parameter.name.toLowerCase() : parameter.name;
      const before = parameters.get(key);
      if (!before) parameters.set(key, parameter);
      else if (saysNothing(before.schema) || (before.isGuess && !parameter.isGuess))
        parameters.set(key, { ...before, ...parameter, isRequired: before.isRequired || parameter.isRequired });
    };
    const { observed } = this.#input;
    for (const { part: checked, source, property, carriedBy } of observed.validations)
      if (checked === part && carriedBy === undefined) this.#addProperties(source, property, add);
    for (const read of observed.reads)
      if (read.part === part && read.name === undefined)
        for (const source of read.sources) this.#addProperties(source, undefined, add);
    for (const each of observed.declared) if (each.part === part) this.#addProperties(each.source, undefined, add);
    for (const read of observed.reads)
      if (read.part === part && read.name !== undefined) add(this.#knownByRead(read, read.name));
    return [...parameters.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  #addProperties(source: SchemaSource, property: string | undefined, add: (parameter: KnownParameter) => void): void {
    const schema = this.#schemaOf(source, property);
    const object = propertiesOf(schema, this.#book.components);
    // Node's own type of headers lists all that there are, of which the code says nothing.
    if (!object || "access-control-allow-origin" in object.properties) return;
    for (const [name, value] of Object.entries(object.properties))
      add({ name, schema: value, isRequired: object.required.includes(name), isGuess: false });
  }

  #knownByRead({ sources, coerced, default: initial, isRequired = false }: ObservedRead, name: string): KnownParameter {
    const [schema] = sources.map((source) => this.#schemaOf(source)).filter((each) => !saysNothing(each));
    const value = initial?.is === "literal" ? initial.value : undefined;
    const guess: JsonSchema = coerced ?? (value === undefined ? { type: "string" } : { type: typeOf(value) });
    const base = schema ?? guess;
    return {
      name,
      schema: value === undefined || value === null ? base : { ...base, default: value },
      isRequired,
      isGuess: schema === undefined && !coerced,
    };
  }

  // ── Bodies ──────────────────────────────────────────────────────────────────────────────────

  #requestBody(): RequestBody | undefined {
    const { observed } = this.#input;
    const reads = observed.reads.filter(({ part }) => part === "body");
    const checks = observed.validations.filter(
      ({ part, isPartial, source, property }) =>
        part === "body" && (isPartial !== true || !saysNothing(this.#schemaOf(source, property))),
    );
    const declared = observed.declared.filter(({ part }) => part === "body");
    const told = [...checks, ...declared, ...reads].find((each) => each.contentType !== undefined)?.contentType;
    const checked = checks
      .map(({ source, property }) => this.#schemaOf(source, property))
      .filter((each) => !saysNothing(each));
    const typed = [
      ...reads.filter(({ name }) => name === undefined).flatMap(({ sources }) => sources),
      ...declared
        .filter((each) => each.isUnread !== true || this.#hasProperties(each.source))
        .map(({ source }) => source),
    ]
      .map((source) => this.#schemaOf(source))
      .filter((each) => !saysNothing(each));
    const [known] = [...checked, ...typed];
    const schema = withFiles(known ?? this.#bodyAsRead(reads), reads);
    const contentType = told ?? (this.#hasFile(schema) ? "multipart/form-data" : "application/json");
    const isMeant = known !== undefined || reads.length > 0 || checks.length > 0;
    if (!isMeant) return undefined;
    for (const { source } of checks) this.#report(source);
    const read = reads.find(({ file }) => !file);
    if (known === undefined && read && checks.length === 0)
      this.#problems.push({ ...read.at, subject: "The request's body", reason: "has neither a type nor a schema" });
    return {
      required: true,
      content: { [contentType]: { schema: contentType === "application/octet-stream" ? {} : schema } },
    };
  }

  #hasFile(schema: JsonSchema): boolean {
    const properties = Object.values(propertiesOf(schema, this.#book.components)?.properties ?? {});
    return properties.some(
      ({ format, items }) =>
        format === "binary" || (items !== undefined && items !== false && items.format === "binary"),
    );
  }

  /** A stream is no body that anybody declared. */
  #hasProperties(source: SchemaSource): boolean {
    const schema = this.#schemaOf(source);
    return (
      source.of !== "parameter" ||
      source.property === undefined ||
      propertiesOf(schema, this.#book.components) !== undefined
    );
  }

  /** The properties that are read, whatever they are. */
  #bodyAsRead(reads: readonly ObservedRead[]): JsonSchema {
    const named = reads.filter(({ name, file }) => name !== undefined && !file);
    if (named.length === 0) return {};
    const properties = new Map<string, JsonSchema>();
    for (const read of named) {
      const [schema] = read.sources.map((source) => this.#schemaOf(source)).filter((each) => !saysNothing(each));
      const before = properties.get(read.name ?? "");
      const value = read.default?.is === "literal" && read.default.value !== null ? read.default.value : undefined;
      const said = schema ?? (value === undefined ? (read.coerced ?? {}) : { type: typeOf(value), default: value });
      if (!before || saysNothing(before)) properties.set(read.name ?? "", said);
    }
    return { type: "object", properties: Object.fromEntries(properties) };
  }

  // ── Responses ───────────────────────────────────────────────────────────────────────────────

  #responses(): Record<string, Response> {
    const { observed } = this.#input;
    const byStatus = new Map<string, ObservedAnswer[]>();
    const declaredStatuses = new Set(observed.answers.filter((each) => each.isDeclared).map(({ status }) => status));
    for (const answer of observed.answers) {
      if (declaredStatuses.has(answer.status) && answer.isDeclared !== true) continue;
      const key = String(this.#statusOf(answer));
      byStatus.set(key, [...(byStatus.get(key) ?? []), answer]);
    }
    for (const { failure } of observed.validations) {
      if (failure === undefined || declaredStatuses.has(failure)) continue;
      const answer = this.#failure(failure);
      const others = byStatus.get(String(failure)) ?? [];
      if (others.length === 0 || answer.hasBody) byStatus.set(String(failure), [...others, answer]);
    }
    if (byStatus.size === 0) return { default: { description: "The answer could not be told from the code." } };
    const keys = [...byStatus.keys()].sort((a, b) =>
      a === "default" ? 1 : b === "default" ? -1 : Number(a) - Number(b),
    );
    return Object.fromEntries(
      keys.map((key) => [key, this.#response(key === "default" ? key : Number(key), byStatus.get(key) ?? [])]),
    );
  }

  #statusOf({ status, source, statusOfNothing = status }: ObservedAnswer): number | "default" {
    if (statusOfNothing === status) return status;
    const { schema, absent } = this.#book.answer(source, this.#input.makers);
    return absent === "always" || isNothing(schema) ? statusOfNothing : status;
  }

  #failure(status: number): ObservedAnswer {
    const { conventions } = this.#input;
    const body = conventions?.failureBody ?? conventions?.errorBody;
    return {
      status,
      at: { file: "", span: { start: 0, end: 0 } },
      hasBody: body !== undefined,
      ...(body && { contentType: "application/json", source: { of: "schema" as const, schema: body } }),
      headers: [],
    };
  }

  #response(status: number | "default", answers: readonly ObservedAnswer[]): Response {
    const isRedirect = answers.some((answer) => answer.isRedirect);
    const byType = new Map<string, JsonSchema[]>();
    if (!isBodiless(status))
      for (const answer of answers.filter(({ hasBody }) => hasBody)) {
        const schema = this.#schemaOf(answer.source);
        if (answer.source && (isNothing(schema) || this.#isAbsent(answer.source))) continue;
        this.#report(answer.source);
        const contentType = answer.contentType ?? this.#contentTypeOf(schema);
        byType.set(contentType, [...(byType.get(contentType) ?? []), schema]);
      }
    const content = [...byType]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, schemas]): [string, MediaType] => {
        const isEncrypted = answers.some((answer) => answer.isEncrypted === true && answer.contentType === type);
        const isText = !isEncrypted && (type.startsWith("text/") || !type.includes("json"));
        const schema = anyOf(schemas);
        return [type, { schema: isText && type !== "multipart/form-data" ? textual(type, schema) : schema }];
      });
    const headers = [
      ...new Set([...answers.flatMap((answer) => answer.headers), ...(isRedirect ? ["location"] : [])]),
    ].sort();
    return {
      description: answers.find(({ description }) => description !== undefined)?.description ?? descriptionOf(status),
      ...(headers.length > 0 && {
        headers: Object.fromEntries(headers.map((name) => [titled(name), { schema: { type: "string" as const } }])),
      }),
      ...(content.length > 0 && { content: Object.fromEntries(content) }),
    };
  }

  /** Texts are sent as the framework sends them, bytes as such, all else as JSON. */
  #contentTypeOf(schema: JsonSchema): string {
    const known = dereferenced(schema, this.#book.components);
    if (known.format === "binary" || known.contentEncoding !== undefined || known.contentMediaType !== undefined)
      return known.contentMediaType ?? "application/octet-stream";
    const members = known.anyOf ?? [known];
    const { text = "text/plain", sentAsText = ["string"] } = this.#input.conventions ?? {};
    const isText = members.every((each) => sentAsText.includes(String(dereferenced(each, this.#book.components).type)));
    return isText ? text : "application/json";
  }

  // ── Schemas ─────────────────────────────────────────────────────────────────────────────────

  #schemaOf(source: SchemaSource | undefined, property?: string): JsonSchema {
    const { schema, description } = this.#book.answer(source, this.#input.makers);
    if (property !== undefined) return propertiesOf(schema, this.#book.components)?.properties[property] ?? {};
    return description !== undefined && schema.$ref === undefined && schema.description === undefined
      ? { ...schema, description }
      : schema;
  }

  #isAbsent(source: SchemaSource): boolean {
    return this.#book.answer(source, this.#input.makers).absent === "always";
  }

  #report(source: SchemaSource | undefined): void {
    this.#problems.push(...this.#book.answer(source, this.#input.makers).problems);
  }
}

interface KnownParameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly description?: string;
  /** Only its name is sure. */
  readonly isGuess: boolean;
}

const MAY_HAVE_BODY = new Set(["post", "put", "patch", "delete", "query"]);

/** Headers that OpenAPI has other places for. */
const OWN_HEADERS = new Set(["accept", "content-type", "authorization", "cookie"]);

function anchored(pattern: string): string {
  return `^(?:${pattern})$`.replace(/^\^\(\?:([^|()]*)\)\$$/u, "^$1$");
}

function typeOf(value: Json): "string" | "number" | "integer" | "boolean" {
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "boolean" ? "boolean" : "string";
}

/** `undefined` and `void` have no JSON: nothing is sent. */
function isNothing(schema: JsonSchema): boolean {
  return schema.not !== undefined && Object.keys(schema.not).length === 0;
}

function textual(contentType: string, schema: JsonSchema): JsonSchema {
  if (contentType.startsWith("text/")) return schema.type === "string" ? schema : { type: "string" };
  return {};
}

function withFiles(schema: JsonSchema, reads: readonly ObservedRead[]): JsonSchema {
  const all = reads.filter(({ file }) => file);
  // What takes files out of forms knows what they are called there; handlers call them what they like.
  const [exact, named] = [
    all.filter(({ file }) => file?.name !== undefined),
    all.filter(({ name }) => name !== undefined),
  ];
  const files = exact.length > 0 ? exact : named.length > 0 ? named : all;
  if (files.length === 0) return schema;
  const properties = Object.fromEntries(
    files.map(({ name, file }): [string, JsonSchema] => {
      const one: JsonSchema = { type: "string", format: "binary" };
      return [file?.name ?? name ?? "file", file?.isArray === true ? { type: "array", items: one } : one];
    }),
  );
  const more: JsonSchema = { type: "object", properties };
  if (schema.$ref !== undefined) return { allOf: [schema, more] };
  return { ...schema, type: "object", properties: { ...schema.properties, ...properties } };
}

function textOf(comment: ReadComment | undefined, name: string): string | undefined {
  const text = comment?.tags.find((tag) => tag.name === name)?.text.trim();
  return text === "" ? undefined : text;
}

/** `x-request-id` as headers are written: `X-Request-Id`. */
function titled(header: string): string {
  return header.replaceAll(/(^|-)(\p{Ll})/gu, (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);
}
