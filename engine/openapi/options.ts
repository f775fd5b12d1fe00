/** Sees what the options of a registration say of requests and responses. */
import type { Written } from "../handler-reader.js";
import type { OptionsShape } from "./conventions.js";
import { argumentAt, type Expression, expressionOf, type Frame, literalOf } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";
import { knownError, type Thrown } from "./thrown.js";

/** Schemas by the names under which options refer to them. */
export type NamedSchemas = ReadonlyMap<string, Expression>;

/** @param usual the status of results, which a schema is of that is not told apart by statuses */
export function observeOptions(
  shape: OptionsShape,
  given: readonly Written[],
  frame: Frame,
  named: NamedSchemas,
  usual: number,
  observed: Observed,
): void {
  for (const at of shape.at) {
    const options = argumentAt(given, at, frame);
    if (options?.value.is !== "object") continue;
    for (const { name, value } of options.value.properties) {
      const part = shape.parts[name];
      if (part) {
        const source = validatorSource(value, options.frame, "input", named);
        const { failure, failureError } = shape;
        observed.validations.push({
          part,
          source,
          ...(failure !== undefined && { failure }),
          ...(failure !== undefined && failureError !== undefined && { failureError: validationError(shape) }),
        });
      } else if (name === shape.responses) observeResponses(value, options.frame, named, usual, observed);
      else if (name === shape.tags && value.is === "array")
        observed.texts.tags = value.elements.flatMap((each) => textOf(each, options.frame) ?? []);
      else
        for (const [key, property] of Object.entries(shape.texts ?? {})) {
          const text = property === name ? textOf(value, options.frame) : undefined;
          if (text !== undefined) observed.texts[key as "summary"] = text;
        }
    }
  }
}

function validationError({ failure = 400, failureError }: OptionsShape): Thrown {
  const { lineage, members } = knownError(failureError, failure);
  return { lineage, members: { ...members, validation: true }, status: failure };
}

/** The schemas that a call names: `model({ User: t.Object(…) })`, `model("User", t.Object(…))`. */
export function namedSchemas(given: readonly Written[], frame: Frame): NamedSchemas {
  const [first, second] = given;
  const name = first && literalOf(first, frame);
  if (typeof name === "string" && second) return new Map([[name, expressionOf(second, frame)]]);
  const properties = first?.is === "object" ? first.properties : [];
  return new Map(properties.map((property) => [property.name, expressionOf(property.value, frame)]));
}

/** One schema for all answers of success. */
const SUCCESSES = "2xx";

/** A schema for each status (`200`, `4xx`, `default`), or one of what is usual. */
function observeResponses(value: Written, frame: Frame, named: NamedSchemas, usual: number, observed: Observed): void {
  const isByStatus = value.is === "object" && value.properties.every(({ name }) => /^(?:\d.{2}|default)$/u.test(name));
  const schemas = isByStatus ? value.properties : [{ name: String(usual), value }];
  for (const { name, value: schema } of schemas) {
    const status = /^\d{3}$/u.test(name) ? Number(name) : name === SUCCESSES ? usual : "default";
    const isEmpty =
      schema.is === "object" &&
      schema.properties.some((each) => each.name === "type" && textOf(each.value, frame) === "null");
    observed.answers.push({
      status,
      at: { file: frame.file, span: schema.span },
      hasBody: !isEmpty,
      ...(!isEmpty && { source: validatorSource(schema, frame, "output", named) }),
      headers: [],
      isDeclared: true,
    });
  }
}

function validatorSource(
  value: Written,
  frame: Frame,
  direction: "input" | "output",
  named: NamedSchemas,
): SchemaSource {
  const known = named.get(textOf(value, frame) ?? "");
  return { of: "validator", direction, ...(known ?? expressionOf(value, frame)) };
}

function textOf(value: Written, frame: Frame): string | undefined {
  const text = literalOf(value, frame);
  return typeof text === "string" ? text : undefined;
}
