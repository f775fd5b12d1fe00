/** Schemas of literals, enums and template literal types. */
import type ts from "typescript";
import type { JsonSchema } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";

export type Literal = string | number | boolean;

/** The value of a literal type: of `"a"`, `1`, `true`, or an enum's member. */
export function literalOf(typescript: TypeScript, checker: ts.TypeChecker, type: ts.Type): Literal | undefined {
  const { TypeFlags } = typescript;
  if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
  if (type.flags & TypeFlags.BooleanLiteral) return checker.typeToString(type) === "true";
  return undefined;
}

/** One value is a `const`, several are an `enum`. */
export function literalSchema(values: readonly Literal[]): JsonSchema {
  const types = [...new Set(values.map(typeOfLiteral))];
  const [first] = values;
  const [onlyType] = types;
  const type = types.length === 1 && onlyType !== undefined ? onlyType : types;
  if (values.length === 1 && first !== undefined) return { type, const: first };
  return { type, enum: values };
}

function typeOfLiteral(value: Literal): "string" | "number" | "boolean" {
  return typeof value as "string" | "number" | "boolean";
}

/** `` `user-${number}` `` is text that matches `^user-…$`. */
export function templatePattern(typescript: TypeScript, checker: ts.TypeChecker, type: ts.TemplateLiteralType): string {
  const [head = "", ...tails] = type.texts;
  const parts = type.types.map(
    (part, index) => `${placeholder(typescript, checker, part)}${escaped(tails[index] ?? "")}`,
  );
  return `^${escaped(head)}${parts.join("")}$`;
}

/** Numbers as JavaScript writes them. */
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]\d+)?`;

function placeholder(typescript: TypeScript, checker: ts.TypeChecker, type: ts.Type): string {
  const { TypeFlags } = typescript;
  const literal = literalOf(typescript, checker, type);
  if (literal !== undefined) return escaped(String(literal));
  if (type.isUnion())
    return `(?:${type.types
      .map((part) => placeholder(typescript, checker, part))
      .sort()
      .join("|")})`;
  if (type.flags & TypeFlags.TemplateLiteral) {
    return templatePattern(typescript, checker, type as ts.TemplateLiteralType).slice(1, -1);
  }
  if (type.flags & TypeFlags.NumberLike) return NUMBER;
  if (type.flags & TypeFlags.BigIntLike) return String.raw`-?\d+`;
  return "[\\s\\S]*";
}

export function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/gu, String.raw`\$&`);
}

/** `Uppercase<string>` and its kin, as a pattern. */
export function caseMappingPattern(name: string): string | undefined {
  return CASE_MAPPINGS[name];
}

const CASE_MAPPINGS: Readonly<Record<string, string>> = {
  Uppercase: String.raw`^[^a-z]*$`,
  Lowercase: String.raw`^[^A-Z]*$`,
  Capitalize: String.raw`^(?:[^a-z][\s\S]*)?$`,
  Uncapitalize: String.raw`^(?:[^A-Z][\s\S]*)?$`,
};
