/** Makes an operation's parameters of what was seen of its handler. */
import type { JsonSchema } from "../schema-reader.js";
import type { ParameterPart } from "./conventions.js";
import type { Parameter } from "./document.js";
import type { ObservedRead, SchemaSource } from "./observed.js";
import type { OperationInput } from "./operation.js";
import type { OperationSchemas } from "./operation-schemas.js";
import { dereferenced, propertiesOf, saysNothing, typeOfLiteral } from "./schemas.js";

/** Those of a part in the order in which they are declared, or else first read. */
export function parametersOf(input: OperationInput, schemas: OperationSchemas): Parameter[] {
  return new ParameterMaker(input, schemas).make();
}

class ParameterMaker {
  readonly #input: OperationInput;
  readonly #schemas: OperationSchemas;

  constructor(input: OperationInput, schemas: OperationSchemas) {
    this.#input = input;
    this.#schemas = schemas;
  }

  make(): Parameter[] {
    return [
      ...this.pathParameters(),
      ...this.parametersIn("query"),
      ...this.carriedParameters(),
      ...this.parametersIn("header"),
      ...this.parametersIn("cookie"),
    ];
  }

  private pathParameters(): Parameter[] {
    const known = new Map(this.known("path").map((each) => [each.name, each]));
    return this.#input.template.parameters.map(({ name, pattern, isRest }): Parameter => {
      const found = known.get(name);
      const schema = found && !saysNothing(found.schema) ? found.schema : { type: "string" as const };
      const isText = dereferenced(schema, this.#schemas.components).type === "string" && schema.$ref === undefined;
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

  private parametersIn(part: "query" | "header" | "cookie"): Parameter[] {
    return this.known(part)
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
  private carriedParameters(): Parameter[] {
    return this.#input.observed.validations.flatMap(({ part, carriedBy, source }): Parameter[] => {
      if (carriedBy === undefined || part === "body") return [];
      this.#schemas.report(source);
      const { schema, absent } = this.#schemas.answer(source);
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

  /** In order. What schemas declare comes first, and says all; without any, what is read counts. */
  private known(part: ParameterPart): KnownParameter[] {
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
      if (checked === part && carriedBy === undefined) this.addProperties(source, property, add);
    for (const read of observed.reads)
      if (read.part === part && read.name === undefined)
        for (const source of read.sources) this.addProperties(source, undefined, add);
    for (const each of observed.declared) if (each.part === part) this.addProperties(each.source, undefined, add);
    for (const read of observed.reads)
      if (read.part === part && read.name !== undefined) add(this.knownByRead(read, read.name));
    return [...parameters.values()];
  }

  private addProperties(
    source: SchemaSource,
    property: string | undefined,
    add: (parameter: KnownParameter) => void,
  ): void {
    const schema = this.#schemas.of(source, property);
    const object = propertiesOf(schema, this.#schemas.components);
    // Node's own type of headers lists all that there are, of which the code says nothing.
    if (!object || "access-control-allow-origin" in object.properties) return;
    for (const [name, value] of Object.entries(object.properties))
      add({ name, schema: value, isRequired: object.required.includes(name), isGuess: false });
  }

  private knownByRead(
    { sources, coerced, default: initial, isRequired = false }: ObservedRead,
    name: string,
  ): KnownParameter {
    const [schema] = sources.map((source) => this.#schemas.of(source)).filter((each) => !saysNothing(each));
    const value = initial?.is === "literal" ? initial.value : undefined;
    const guess: JsonSchema = coerced ?? (value === undefined ? { type: "string" } : { type: typeOfLiteral(value) });
    const base = schema ?? guess;
    return {
      name,
      schema: value === undefined || value === null ? base : { ...base, default: value },
      isRequired,
      isGuess: schema === undefined && !coerced,
    };
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

/** Headers that OpenAPI has other places for. */
const OWN_HEADERS = new Set(["accept", "content-type", "authorization", "cookie"]);

function anchored(pattern: string): string {
  return `^(?:${pattern})$`.replace(/^\^\(\?:([^|()]*)\)\$$/u, "^$1$");
}
