/** Schemas of arrays and tuples. */
import type ts from "typescript";
import type { JsonSchema } from "../../schema-reader.js";
import { anyOf } from "./unions.js";
import { inArray, type Visit } from "./visit.js";
import type { TypeWalker } from "./walker.js";

export function arraySchema(walker: TypeWalker, element: ts.Type | undefined, visit: Visit): JsonSchema {
  if (!element) return { type: "array" };
  const written = elementNode(walker, visit.written);
  // What is written as `[]` has nothing in it; what it may hold elsewhere is not known.
  const { Never, Undefined } = walker.ts.TypeFlags;
  if (element.flags & (Never | Undefined) && !written) return { type: "array", items: {} };
  const inner = { ...visit, subject: `${visit.subject}[]`, written };
  return { type: "array", items: inArray(walker.outcome(element, inner)) };
}

function elementNode({ ts }: Pick<TypeWalker, "ts">, node: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (!node) return undefined;
  if (ts.isArrayTypeNode(node)) return node.elementType;
  if (ts.isTypeOperatorNode(node)) return elementNode({ ts }, node.type);
  return ts.isTypeReferenceNode(node) && node.typeArguments?.length === 1 ? node.typeArguments[0] : undefined;
}

/** Fixed elements are `prefixItems`; from the first element that may repeat on, all that follow share `items`. */
export function tupleSchema(walker: TypeWalker, type: ts.TypeReference, visit: Visit): JsonSchema {
  const { ElementFlags } = walker.ts;
  const target = type.target as ts.TupleType;
  const elements = walker.checker.getTypeArguments(type).slice(0, target.elementFlags.length);
  const schemas = elements.map((element, index) => {
    const flags = target.elementFlags[index] ?? 0;
    const inner = { ...visit, subject: `${visit.subject}[${String(index)}]`, written: undefined };
    // An element that is left out is not `null`: it is not there.
    const outcome = walker.outcome(element, inner);
    const isOptional = (flags & ElementFlags.Optional) !== 0;
    return inArray(isOptional ? { ...outcome, mayBeAbsent: false } : outcome);
  });
  const firstRest = target.elementFlags.findIndex((flags) => flags & ElementFlags.Variable);
  const fixed = firstRest < 0 ? schemas.length : firstRest;
  const minItems = target.elementFlags.filter((flags) => flags & ElementFlags.Required).length;
  return {
    type: "array",
    ...(fixed > 0 && { prefixItems: schemas.slice(0, fixed) }),
    ...(firstRest >= 0 && { items: anyOf(schemas.slice(firstRest)) }),
    ...(minItems > 0 && { minItems }),
    ...(firstRest < 0 && { maxItems: fixed }),
  };
}
