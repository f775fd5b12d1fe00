/** Constraints that libraries write as types beside a type: `string & tags.Format<"uuid">`. */
import type ts from "typescript";
import { typeTagProperties } from "../../validators/index.js";
import type { Json, JsonSchema } from "../../schema-reader.js";
import { literalOf } from "./literals.js";
import type { TypeWalker } from "./walker.js";

/** What the tags among the parts of an intersection say, and the parts that are none. */
export function typeTags(
  walker: TypeWalker,
  { types }: ts.IntersectionType,
): { readonly schema: JsonSchema | undefined; readonly others: readonly ts.Type[] } {
  const said = types.map((part) => schemaOfTag(walker, part));
  const found = said.filter((schema) => schema !== undefined);
  return {
    schema: found.length === 0 ? undefined : (Object.assign({}, ...found) as JsonSchema),
    others: types.filter((_, index) => said[index] === undefined),
  };
}

function schemaOfTag(walker: TypeWalker, tag: ts.Type): JsonSchema | undefined {
  const { checker } = walker;
  for (const [property, ...path] of typeTagProperties) {
    let type = property === undefined ? undefined : memberType(walker, tag, property);
    if (!type) continue;
    for (const name of path) type = type && memberType(walker, type, name);
    const schema = type && checker.isTypeAssignableTo(checker.getUndefinedType(), type) ? undefined : type;
    return schema ? (valueOf(walker, schema) as JsonSchema) : {};
  }
  return undefined;
}

function memberType({ checker }: TypeWalker, type: ts.Type, name: string): ts.Type | undefined {
  const property = checker.getPropertyOfType(type, name);
  return property && checker.getNonNullableType(checker.getTypeOfSymbol(property));
}

/** The one value that a type has. */
function valueOf(walker: TypeWalker, type: ts.Type): Json {
  const literal = literalOf(walker.ts, walker.checker, type);
  if (literal !== undefined) return literal;
  const members = walker.checker.getPropertiesOfType(type).flatMap((property): [string, Json][] => {
    const member = memberType(walker, type, property.name);
    return member && isWritten(walker, member) ? [[property.name, valueOf(walker, member)]] : [];
  });
  return Object.fromEntries(members);
}

function isWritten({ ts, checker }: TypeWalker, type: ts.Type): boolean {
  const isLiteral = literalOf(ts, checker, type) !== undefined;
  return isLiteral || ((type.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(type));
}
