/** Schemas of unions: enums of literals, `null` among the types, and members told apart by a discriminator. */
import type ts from "typescript";
import type { JsonSchema, JsonType } from "../../schema-reader.js";
import { type Literal, literalOf, literalSchema } from "./literals.js";
import { MAX_MEMBERS } from "./limits.js";
import { isLeftOut } from "./objects.js";
import { ABSENT, nullable, type Outcome, unknown, type Visit } from "./visit.js";
import type { TypeWalker } from "./walker.js";
import { writtenOrder } from "./written.js";

export function unionOutcome(walker: TypeWalker, type: ts.UnionType, visit: Visit): Outcome {
  const { ts, checker } = walker;
  const { TypeFlags } = ts;
  const literals: Literal[] = [];
  const members: ts.Type[] = [];
  let isNullable = false;
  let mayBeAbsent = false;
  for (const member of inOrder(walker, constituents(walker, type), visit.written)) {
    const literal =
      member.flags & TypeFlags.EnumLiteral && member.isUnion() ? undefined : literalOf(ts, checker, member);
    if (member.flags & TypeFlags.Null) isNullable = true;
    else if (member.flags & (TypeFlags.Undefined | TypeFlags.Void)) mayBeAbsent = true;
    else if (literal !== undefined) literals.push(literal);
    else members.push(member);
  }
  if (members.length > MAX_MEMBERS) return unknown(visit, `is a union of ${String(members.length)} types`);
  const outcomes = members.map((member) => ({ member, ...walker.outcome(member, visit) }));
  const present = outcomes.flatMap(({ member, schema }) => (schema ? [{ member, schema }] : []));
  if (outcomes.some((outcome) => outcome.mayBeAbsent)) mayBeAbsent = true;
  const schemas = present.map(({ schema }) => schema);
  const parts = [...literalParts(literals, schemas), ...schemas];
  if (parts.length === 0) return isNullable ? { schema: { type: "null" }, mayBeAbsent } : ABSENT;
  const discriminated = literals.length === 0 ? discriminatedUnion(walker, present) : undefined;
  const schema = discriminated ?? anyOf(parts);
  return { schema: isNullable ? nullable(schema) : schema, mayBeAbsent };
}

/** The members as they were put together: an alias or enum inside a union stays whole. */
function constituents({ ts }: Pick<TypeWalker, "ts">, type: ts.UnionType): readonly ts.Type[] {
  const { origin } = type as ts.UnionType & { readonly origin?: ts.Type };
  // An origin that is `keyof T` says nothing about members.
  const parts = origin?.isUnion() ? origin.types : type.types;
  const { TypeFlags } = ts;
  return parts.flatMap((part) => {
    const isWhole = part.aliasSymbol !== undefined || (part.flags & (TypeFlags.Boolean | TypeFlags.EnumLiteral)) !== 0;
    return part.isUnion() && !isWhole ? constituents({ ts }, part) : [part];
  });
}

/** Types are numbered as they come up, which differs between runs: the written order, else that of the declarations. */
function inOrder(
  { ts, checker }: TypeWalker,
  members: readonly ts.Type[],
  written: ts.TypeNode | undefined,
): readonly ts.Type[] {
  const order = writtenOrder(ts, checker, written);
  const keyed = members.map((member) => {
    const declaration = (member.aliasSymbol ?? member.getSymbol())?.declarations?.[0];
    return {
      member,
      place: order.get(member) ?? Number.POSITIVE_INFINITY,
      file: declaration?.getSourceFile().fileName ?? "",
      offset: declaration?.pos ?? 0,
      text: checker.typeToString(member, undefined, ts.TypeFormatFlags.NoTruncation),
    };
  });
  return keyed
    .sort(
      (one, other) =>
        (one.place === other.place ? 0 : one.place - other.place) ||
        compare(one.file, other.file) ||
        one.offset - other.offset ||
        one.text.localeCompare(other.text, "en", { numeric: true }),
    )
    .map(({ member }) => member);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** An enum, unless a whole primitive type holds the values anyway; `true` and `false` are all booleans. */
function literalParts(literals: readonly Literal[], schemas: readonly JsonSchema[]): JsonSchema[] {
  const isWhole = (type: string): boolean =>
    schemas.some((schema) => schema.type === type && Object.keys(schema).length === 1);
  const isBoolean = literals.includes(true) && literals.includes(false);
  const values = literals.filter((value) => !isWhole(typeof value) && !(isBoolean && typeof value === "boolean"));
  return [
    ...(isBoolean && !isWhole("boolean") ? [{ type: "boolean" } as const] : []),
    ...(values.length > 0 ? [literalSchema(values)] : []),
  ];
}

/** The union of schemas: equal ones once, plain primitive types together. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  if (distinct.some((schema) => Object.keys(schema).length === 0)) return {};
  const plain = distinct.flatMap((schema) => plainTypes(schema) ?? []);
  const others = distinct.filter((schema) => plainTypes(schema) === undefined);
  const types = [...new Set(plain)];
  const [first] = types;
  const parts = [
    ...(first === undefined ? [] : [types.length === 1 ? { type: first } : ({ type: types } as JsonSchema)]),
    ...others,
  ];
  const [only] = parts;
  return parts.length === 1 && only ? only : { anyOf: parts };
}

function plainTypes(schema: JsonSchema): readonly JsonType[] | undefined {
  if (schema.type === undefined || Object.keys(schema).length !== 1) return undefined;
  return Array.isArray(schema.type) ? (schema.type as readonly JsonType[]) : [schema.type as JsonType];
}

/** A `oneOf` where a property holds a literal of its own in every member. The specification wants references. */
function discriminatedUnion(
  walker: TypeWalker,
  members: readonly { readonly member: ts.Type; readonly schema: JsonSchema }[],
): JsonSchema | undefined {
  const [first, ...others] = members;
  if (!first || others.length === 0) return undefined;
  if (members.some(({ schema }) => schema.$ref === undefined || Object.keys(schema).length > 1)) return undefined;
  for (const property of walker.checker.getPropertiesOfType(first.member)) {
    if (isLeftOut(walker, property)) continue;
    const values = members.map(({ member }) => discriminatorValues(walker, member, property.name));
    const all = values.flat();
    if (values.some(({ length }) => length === 0) || new Set(all).size !== all.length) continue;
    return {
      oneOf: members.map(({ schema }) => schema),
      discriminator: {
        propertyName: property.name,
        mapping: Object.fromEntries(
          members.flatMap(({ schema }, index) => (values[index] ?? []).map((value) => [value, schema.$ref ?? ""])),
        ),
      },
    };
  }
  return undefined;
}

/** The strings that a required property can be; none where it can be something else. */
function discriminatorValues({ ts, checker }: TypeWalker, type: ts.Type, name: string): readonly string[] {
  const property = checker.getPropertyOfType(type, name);
  if (!property || property.flags & ts.SymbolFlags.Optional) return [];
  const propertyType = checker.getTypeOfSymbol(property);
  const parts = propertyType.isUnion() ? propertyType.types : [propertyType];
  const values = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return values.length === parts.length ? values.sort() : [];
}
