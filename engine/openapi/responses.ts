/** Makes an operation's responses of what was seen of its handler. */
import type { JsonSchema } from "../schema-reader.js";
import type { MediaType, Response } from "./document.js";
import type { ObservedAnswer } from "./observed.js";
import type { OperationInput } from "./operation.js";
import type { OperationSchemas } from "./operation-schemas.js";
import { anyOf, dereferenced } from "./schemas.js";
import { descriptionOf, isBodiless } from "./statuses.js";

export function responsesOf(input: OperationInput, schemas: OperationSchemas): Record<string, Response> {
  return new ResponseMaker(input, schemas).make();
}

class ResponseMaker {
  readonly #input: OperationInput;
  readonly #schemas: OperationSchemas;

  constructor(input: OperationInput, schemas: OperationSchemas) {
    this.#input = input;
    this.#schemas = schemas;
  }

  make(): Record<string, Response> {
    const { observed } = this.#input;
    const byStatus = new Map<string, ObservedAnswer[]>();
    const declaredStatuses = new Set(observed.answers.filter((each) => each.isDeclared).map(({ status }) => status));
    for (const answer of observed.answers) {
      if (declaredStatuses.has(answer.status) && answer.isDeclared !== true) continue;
      const key = String(this.statusOf(answer));
      byStatus.set(key, [...(byStatus.get(key) ?? []), answer]);
    }
    for (const { failure } of observed.validations) {
      if (failure === undefined || declaredStatuses.has(failure)) continue;
      const answer = this.failure(failure);
      const others = byStatus.get(String(failure)) ?? [];
      if (others.length === 0 || answer.hasBody) byStatus.set(String(failure), [...others, answer]);
    }
    if (byStatus.size === 0) return { default: { description: "The answer could not be told from the code." } };
    const keys = [...byStatus.keys()].sort((a, b) =>
      a === "default" ? 1 : b === "default" ? -1 : Number(a) - Number(b),
    );
    return Object.fromEntries(
      keys.map((key) => [key, this.response(key === "default" ? key : Number(key), byStatus.get(key) ?? [])]),
    );
  }

  private statusOf({ status, source, statusOfNothing = status }: ObservedAnswer): number | "default" {
    if (statusOfNothing === status) return status;
    const { schema, absent } = this.#schemas.answer(source);
    return absent === "always" || isNothing(schema) ? statusOfNothing : status;
  }

  private failure(status: number): ObservedAnswer {
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

  private response(status: number | "default", answers: readonly ObservedAnswer[]): Response {
    const isRedirect = answers.some((answer) => answer.isRedirect);
    const byType = new Map<string, JsonSchema[]>();
    if (!isBodiless(status))
      for (const answer of answers.filter(({ hasBody }) => hasBody)) {
        const schema = this.#schemas.of(answer.source);
        if (answer.source && (isNothing(schema) || this.#schemas.isAbsent(answer.source))) continue;
        this.#schemas.report(answer.source);
        const contentType = answer.contentType ?? this.contentTypeOf(schema);
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
  private contentTypeOf(schema: JsonSchema): string {
    const known = dereferenced(schema, this.#schemas.components);
    if (known.format === "binary" || known.contentEncoding !== undefined || known.contentMediaType !== undefined)
      return known.contentMediaType ?? "application/octet-stream";
    const members = known.anyOf ?? [known];
    const { text = "text/plain", sentAsText = ["string"] } = this.#input.conventions ?? {};
    const isText = members.every((each) =>
      sentAsText.includes(String(dereferenced(each, this.#schemas.components).type)),
    );
    return isText ? text : "application/json";
  }
}

/** `undefined` and `void` have no JSON: nothing is sent. */
function isNothing(schema: JsonSchema): boolean {
  return schema.not !== undefined && Object.keys(schema.not).length === 0;
}

function textual(contentType: string, schema: JsonSchema): JsonSchema {
  if (contentType.startsWith("text/")) return schema.type === "string" ? schema : { type: "string" };
  return {};
}

/** `x-request-id` as headers are written: `X-Request-Id`. */
function titled(header: string): string {
  return header.replaceAll(/(^|-)(\p{Ll})/gu, (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);
}
