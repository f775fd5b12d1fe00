/** Makes an operation's request body of what was seen of its handler. */
import type { JsonSchema } from "../schema-reader.js";
import type { RequestBody } from "./document.js";
import type { ObservedRead, SchemaSource } from "./observed.js";
import type { OperationInput } from "./operation.js";
import type { OperationSchemas } from "./operation-schemas.js";
import { propertiesOf, saysNothing, typeOfLiteral } from "./schemas.js";

export function requestBodyOf(input: OperationInput, schemas: OperationSchemas): RequestBody | undefined {
  return new BodyMaker(input, schemas).make();
}

class BodyMaker {
  readonly #input: OperationInput;
  readonly #schemas: OperationSchemas;

  constructor(input: OperationInput, schemas: OperationSchemas) {
    this.#input = input;
    this.#schemas = schemas;
  }

  make(): RequestBody | undefined {
    const { observed } = this.#input;
    const reads = observed.reads.filter(({ part }) => part === "body");
    const checks = observed.validations.filter(
      ({ part, isPartial, source, property }) =>
        part === "body" && (isPartial !== true || !saysNothing(this.#schemas.of(source, property))),
    );
    const declared = observed.declared.filter(({ part }) => part === "body");
    const told = [...checks, ...declared, ...reads].find((each) => each.contentType !== undefined)?.contentType;
    const checked = checks
      .map(({ source, property }) => this.#schemas.of(source, property))
      .filter((each) => !saysNothing(each));
    const typed = [
      ...reads.filter(({ name }) => name === undefined).flatMap(({ sources }) => sources),
      ...declared
        .filter((each) => each.isUnread !== true || this.hasProperties(each.source))
        .map(({ source }) => source),
    ]
      .map((source) => this.#schemas.of(source))
      .filter((each) => !saysNothing(each));
    const [known] = [...checked, ...typed];
    const schema = withFiles(known ?? this.bodyAsRead(reads), reads);
    const isForm = schema.contentMediaType === FORM || this.hasFile(schema);
    const contentType = told ?? (isForm ? FORM : "application/json");
    const isMeant = known !== undefined || reads.length > 0 || checks.length > 0;
    if (!isMeant) return undefined;
    for (const { source } of checks) this.#schemas.report(source);
    const read = reads.find(({ file }) => !file);
    if (known === undefined && read && checks.length === 0)
      this.#schemas.problems.push({
        ...read.at,
        subject: "The request's body",
        reason: "has neither a type nor a schema",
      });
    return {
      required: true,
      content: {
        [contentType]: { schema: contentType === "application/octet-stream" ? {} : withoutMediaType(schema) },
      },
    };
  }

  private hasFile(schema: JsonSchema): boolean {
    const properties = Object.values(propertiesOf(schema, this.#schemas.components)?.properties ?? {});
    return properties.some(
      ({ format, items }) =>
        format === "binary" || (items !== undefined && items !== false && items.format === "binary"),
    );
  }

  /** A stream is no body that anybody declared. */
  private hasProperties(source: SchemaSource): boolean {
    const schema = this.#schemas.of(source);
    return (
      source.of !== "parameter" ||
      source.property === undefined ||
      propertiesOf(schema, this.#schemas.components) !== undefined
    );
  }

  /** The properties that are read, whatever they are. */
  private bodyAsRead(reads: readonly ObservedRead[]): JsonSchema {
    const named = reads.filter(({ name, file }) => name !== undefined && !file);
    if (named.length === 0) return {};
    const properties = new Map<string, JsonSchema>();
    for (const read of named) {
      const [schema] = read.sources.map((source) => this.#schemas.of(source)).filter((each) => !saysNothing(each));
      const before = properties.get(read.name ?? "");
      const value = read.default?.is === "literal" && read.default.value !== null ? read.default.value : undefined;
      const said =
        schema ?? (value === undefined ? (read.coerced ?? {}) : { type: typeOfLiteral(value), default: value });
      if (!before || saysNothing(before)) properties.set(read.name ?? "", said);
    }
    return { type: "object", properties: Object.fromEntries(properties) };
  }
}

const FORM = "multipart/form-data";

/** The body says itself what it is sent as. */
function withoutMediaType({ contentMediaType, ...schema }: JsonSchema): JsonSchema {
  return contentMediaType === undefined || contentMediaType === FORM ? schema : { ...schema, contentMediaType };
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
