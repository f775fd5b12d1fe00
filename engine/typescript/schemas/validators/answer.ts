/** The schema that an expression is: of a validation library, a JSON Schema as it is written, or a class of decorators. */
import type ts from "typescript";
import type { JsonSchema } from "../../../schema-reader.js";
import { unwrap } from "../../expressions.js";
import { type Outcome, present, unknown, type Visit } from "../visit.js";
import { jsonSchemaOf } from "./keywords.js";
import { inferredType, type Reading } from "./reading.js";
import { schemaOf } from "./validator.js";
import { MODULE_SCOPE, type Written } from "./written-value.js";

export function validatorOutcome(reading: Reading, node: ts.Expression, visit: Visit): Outcome {
  const written = { node, scope: MODULE_SCOPE };
  const validator = reading.read(written);
  if (validator) {
    return validator.isAbsent
      ? { schema: undefined, mayBeAbsent: true }
      : { schema: schemaOf(validator, reading), mayBeAbsent: validator.isOptional() };
  }
  const literal = writtenSchema(reading, written, visit);
  if (literal) return present(literal);
  const { walker } = reading;
  const type = inferredType(walker, node, reading.direction) ?? instanceType(reading, node);
  return type ? walker.outcome(type, visit) : unknown(visit, "is no schema that can be read");
}

/** A JSON Schema that is an object in the source; schemas of libraries may be parts of it. */
function writtenSchema(reading: Reading, written: Written, visit: Visit): JsonSchema | undefined {
  if (!reading.definitions.literal(written)) return undefined;
  const value = reading.constants.value(written, (part) => {
    const { ts } = reading.walker;
    const validator = ts.isCallExpression(unwrap(ts, part.node)) ? reading.read(part) : undefined;
    // A reference to a component is JSON like the rest.
    return validator && (schemaOf(validator, reading) as never);
  });
  if (value === undefined) return undefined;
  return jsonSchemaOf(value, (name) => {
    if (name.startsWith("component:")) return { $ref: name };
    unknown(visit, `refers to \`${name}\`, which is not known`);
    return {};
  });
}

/** `User`, the class: what its instances are. */
function instanceType({ walker }: Reading, node: ts.Expression): ts.Type | undefined {
  const signature = walker.checker.getTypeAtLocation(node).getConstructSignatures()[0];
  return signature && walker.checker.getReturnTypeOfSignature(signature);
}
