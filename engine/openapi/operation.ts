/** Makes an operation of what was seen of a handler. */
import type { ReadComment } from "../handler-reader.js";
import type { SchemaProblem, Maker } from "../schema-reader.js";
import type { Conventions } from "./conventions.js";
import type { Operation, SecurityScheme } from "./document.js";
import type { Observed, SchemaSource } from "./observed.js";
import { OperationSchemas } from "./operation-schemas.js";
import { parametersOf } from "./parameters.js";
import type { PathTemplate } from "./path-template.js";
import { requestBodyOf } from "./request-body.js";
import { responsesOf } from "./responses.js";
import type { SchemaBook } from "./schema-book.js";
import { securityIn } from "./security.js";

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
  const { observed, comment, method, makers } = input;
  const schemas = new OperationSchemas(book, makers);
  const parameters = parametersOf(input, schemas);
  const body = MAY_HAVE_BODY.has(method) ? requestBodyOf(input, schemas) : undefined;
  const responses = responsesOf(input, schemas);
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
    problems: schemas.problems,
  };
}

const MAY_HAVE_BODY = new Set(["post", "put", "patch", "delete", "query"]);

function textOf(comment: ReadComment | undefined, name: string): string | undefined {
  const text = comment?.tags.find((tag) => tag.name === name)?.text.trim();
  return text === "" ? undefined : text;
}
