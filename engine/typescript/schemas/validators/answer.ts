/** The schema that an expression is: of a validation library, a JSON Schema as it is written, or a class of decorators. */
import type ts from "typescript";
import { type Outcome, present, unknown, type Visit } from "../visit.js";
import { writtenSchema } from "./json-schemas.js";
import { inferredType, type Reading } from "./reading.js";
import { schemaOf } from "./validator.js";
import { MODULE_SCOPE } from "./written-value.js";

export function validatorOutcome(reading: Reading, node: ts.Expression, visit: Visit): Outcome {
  const written = { node, scope: MODULE_SCOPE };
  const validator = reading.read(written);
  if (validator) {
    return validator.isAbsent
      ? { schema: undefined, mayBeAbsent: true }
      : { schema: schemaOf(validator, reading), mayBeAbsent: validator.isOptional() };
  }
  const object = reading.object(written);
  if (object) return present(schemaOf(object, reading));
  const literal = writtenSchema(reading, written, visit);
  if (literal) return present(literal);
  const { walker } = reading;
  const type = inferredType(walker, node, reading.direction) ?? instanceType(reading, node);
  return type ? walker.outcome(type, visit) : unknown(visit, "is no schema that can be read");
}

/** `User`, the class: what its instances are. */
function instanceType({ walker }: Reading, node: ts.Expression): ts.Type | undefined {
  const signature = walker.checker.getTypeAtLocation(node).getConstructSignatures()[0];
  return signature && walker.checker.getReturnTypeOfSignature(signature);
}
