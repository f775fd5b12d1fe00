/** Schemas of objects: the properties that JSON carries, and index signatures. */
import type ts from "typescript";
import type { JsonSchema } from "../../schema-reader.js";
import { commentKeywords, isHidden, isNullable, withKeywords } from "./comments.js";
import { templatePattern } from "./literals.js";
import { anyOf } from "./unions.js";
import { inArray, nullable, type Visit } from "./visit.js";
import type { TypeWalker } from "./walker.js";
import { primitiveAliases, writtenTypeOf } from "./written.js";

export function objectSchema(walker: TypeWalker, type: ts.Type, visit: Visit): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of propertiesInOrder(walker, type)) {
    if (isLeftOut(walker, property)) continue;
    const read = propertySchema(walker, property, visit);
    if (!read) continue;
    properties[read.name] = read.schema;
    if (!read.isOptional) required.push(read.name);
  }
  return {
    type: "object",
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...indexKeywords(walker, type, visit),
  };
}

/** Symbols, `#private` names, and what the class keeps to itself; accessors of classes lie on the prototype. */
export function isLeftOut({ ts }: TypeWalker, property: ts.Symbol): boolean {
  // The compiler's own names for what is no string.
  if (/^__[@#]/u.test(String(property.escapedName))) return true;
  const { ModifierFlags } = ts;
  const declarations = property.declarations ?? [];
  const hidden = ModifierFlags.Private | ModifierFlags.Protected | ModifierFlags.Static;
  return (
    declarations.some((declaration) => ts.getCombinedModifierFlags(declaration) & hidden) ||
    (declarations.length > 0 &&
      declarations.every((declaration) => ts.isAccessor(declaration) && ts.isClassLike(declaration.parent))) ||
    isHidden(property)
  );
}

interface Property {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
}

function propertySchema(walker: TypeWalker, property: ts.Symbol, visit: Visit): Property | undefined {
  const { ts, checker } = walker;
  const declaration = property.valueDeclaration ?? property.declarations?.[0];
  const written = writtenTypeOf(declaration);
  const place =
    declaration && walker.isOwn(declaration) ? (ts.getNameOfDeclaration(declaration) ?? declaration) : undefined;
  const type = checker.getTypeOfSymbol(property);
  const inner: Visit = {
    ...visit,
    node: place ?? visit.node,
    subject: `${visit.subject}.${property.name}`,
    // What a mapped type or an argument has made of it is written elsewhere.
    written: written && isTypeOf(checker, written, type) ? written : undefined,
  };
  const { validators } = walker;
  const typed = validators.ofProperty(property, type, inner) ?? walker.outcome(type, inner);
  const decorated = declaration && validators.decorated(declaration, typed, inner);
  const { schema, mayBeAbsent } = decorated?.outcome ?? typed;
  const isOptional = mayBeAbsent || (property.flags & ts.SymbolFlags.Optional) !== 0;
  if (!schema || (isOptional && type.flags & ts.TypeFlags.Never)) return undefined;
  const keywords = [...primitiveAliases(ts, checker, written), property]
    .map((symbol) => commentKeywords(ts, checker, symbol))
    .reduce((all, some) => ({ ...all, ...some }), {});
  return {
    name: decorated?.name ?? property.name,
    schema: withKeywords(isNullable(property) ? nullable(schema) : schema, keywords),
    isOptional,
  };
}

/** An optional property's type is the written one, or `undefined`. */
function isTypeOf(checker: ts.TypeChecker, node: ts.TypeNode, type: ts.Type): boolean {
  const written = checker.getTypeFromTypeNode(node);
  return written === type || checker.getNonNullableType(written) === checker.getNonNullableType(type);
}

/** As declared; a mapped type goes through its keys in an order that differs between runs. */
function propertiesInOrder({ ts, checker }: TypeWalker, type: ts.Type): readonly ts.Symbol[] {
  const properties = checker.getPropertiesOfType(type);
  const isMapped = ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0;
  if (!isMapped) return properties;
  return properties
    .map((property) => {
      const declaration = property.declarations?.[0];
      const file = declaration?.getSourceFile().fileName ?? "";
      return { property, file, offset: declaration?.pos ?? 0 };
    })
    .sort(
      (one, other) =>
        one.file.localeCompare(other.file, "en") ||
        one.offset - other.offset ||
        one.property.name.localeCompare(other.property.name, "en", { numeric: true }),
    )
    .map(({ property }) => property);
}

function indexKeywords(
  walker: TypeWalker,
  type: ts.Type,
  visit: Visit,
): Pick<JsonSchema, "additionalProperties" | "patternProperties"> {
  const { ts, checker } = walker;
  const { TypeFlags } = ts;
  const others: JsonSchema[] = [];
  const patterns: Record<string, JsonSchema> = {};
  for (const { keyType, type: valueType } of checker.getIndexInfosOfType(type)) {
    if (keyType.flags & TypeFlags.ESSymbolLike) continue;
    const outcome = walker.outcome(valueType, { ...visit, subject: `${visit.subject}[…]`, written: undefined });
    if (!outcome.schema) continue;
    const schema = outcome.mayBeAbsent ? outcome.schema : inArray(outcome);
    if (keyType.flags & TypeFlags.TemplateLiteral) {
      patterns[templatePattern(ts, checker, keyType as ts.TemplateLiteralType)] = schema;
    } else others.push(schema);
  }
  return {
    ...(Object.keys(patterns).length > 0 && { patternProperties: patterns }),
    ...(others.length > 0 && { additionalProperties: anyOf(others) }),
  };
}
