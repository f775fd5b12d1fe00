/** Sees what the options of a registration say of requests and responses. */
import type { Written } from "../handler-reader.js";
import type { OptionsShape } from "./conventions.js";
import { argumentAt, expressionOf, type Frame, literalOf } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";
import { knownError, type Thrown } from "./thrown.js";

export function observeOptions(shape: OptionsShape, given: readonly Written[], frame: Frame, observed: Observed): void {
  for (const at of shape.at) {
    const options = argumentAt(given, at, frame);
    if (options?.value.is !== "object") continue;
    for (const { name, value } of options.value.properties) {
      const part = shape.parts[name];
      if (part) {
        const source = validatorSource(value, options.frame, "input");
        const { failure, failureError } = shape;
        observed.validations.push({
          part,
          source,
          ...(failure !== undefined && { failure }),
          ...(failure !== undefined && failureError !== undefined && { failureError: validationError(shape) }),
        });
      } else if (name === shape.responses) observeResponses(value, options.frame, observed);
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

/** A schema for each status: `200`, `4xx`, `default`. */
function observeResponses(value: Written, frame: Frame, observed: Observed): void {
  if (value.is !== "object") return;
  for (const { name, value: schema } of value.properties) {
    const status = /^\d{3}$/u.test(name) ? Number(name) : "default";
    const isEmpty =
      schema.is === "object" &&
      schema.properties.some((each) => each.name === "type" && textOf(each.value, frame) === "null");
    observed.answers.push({
      status,
      at: { file: frame.file, span: schema.span },
      hasBody: !isEmpty,
      ...(!isEmpty && { source: validatorSource(schema, frame, "output") }),
      headers: [],
      isDeclared: true,
    });
  }
}

function validatorSource(value: Written, frame: Frame, direction: "input" | "output"): SchemaSource {
  return { of: "validator", direction, ...expressionOf(value, frame) };
}

function textOf(value: Written, frame: Frame): string | undefined {
  const text = literalOf(value, frame);
  return typeof text === "string" ? text : undefined;
}
