/** What JSDoc says about a type or a property, as keywords of JSON Schema. */
import type ts from "typescript";
import type { Json, JsonSchema } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Keywords = Mutable<JsonSchema>;

/** What each tag sets; the text is what follows the tag's name. Names are matched in lower case. */
const tags: Readonly<Record<string, (keywords: Keywords, text: string) => void>> = {
  title: (keywords, text) => (keywords.title = text),
  description: (keywords, text) => (keywords.description = text),
  format: (keywords, text) => (keywords.format = text),
  pattern: (keywords, text) => (keywords.pattern = text.replace(/^\/(?<source>.*)\/u?$/su, "$<source>")),
  example: (keywords, text) => (keywords.examples = [...(keywords.examples ?? []), valueOf(text)]),
  examples: (keywords, text) => {
    const value = valueOf(text);
    keywords.examples = [
      ...(keywords.examples ?? []),
      ...(Array.isArray(value) ? (value as readonly Json[]) : [value]),
    ];
  },
  default: (keywords, text) => (keywords.default = valueOf(text)),
  defaultvalue: (keywords, text) => (keywords.default = valueOf(text)),
  deprecated: (keywords) => (keywords.deprecated = true),
  readonly: (keywords) => (keywords.readOnly = true),
  writeonly: (keywords) => (keywords.writeOnly = true),
  minimum: number("minimum"),
  min: number("minimum"),
  maximum: number("maximum"),
  max: number("maximum"),
  exclusiveminimum: number("exclusiveMinimum"),
  exclusivemaximum: number("exclusiveMaximum"),
  multipleof: number("multipleOf"),
  minlength: number("minLength"),
  maxlength: number("maxLength"),
  minitems: number("minItems"),
  maxitems: number("maxItems"),
  uniqueitems: (keywords) => (keywords.uniqueItems = true),
  minproperties: number("minProperties"),
  maxproperties: number("maxProperties"),
  additionalproperties: (keywords, text) => (keywords.additionalProperties = text !== "false"),
  isint: (keywords) => (keywords.type = "integer"),
  int: (keywords) => (keywords.type = "integer"),
  integer: (keywords) => (keywords.type = "integer"),
  astype: (keywords, text) => (keywords.type = text as NonNullable<JsonSchema["type"]>),
  contentencoding: (keywords, text) => (keywords.contentEncoding = text),
  contentmediatype: (keywords, text) => (keywords.contentMediaType = text),
};

type NumberKeyword = {
  [K in keyof JsonSchema]-?: NonNullable<JsonSchema[K]> extends number ? K : never;
}[keyof JsonSchema];

function number(keyword: NumberKeyword): (keywords: Keywords, text: string) => void {
  return (keywords, text) => {
    const value = Number.parseFloat(text);
    if (Number.isFinite(value)) keywords[keyword] = value;
  };
}

/** @returns the keywords that the comment of a declared thing sets; none where it has no comment */
export function commentKeywords(typescript: TypeScript, checker: ts.TypeChecker, symbol: ts.Symbol): JsonSchema {
  const keywords: Keywords = {};
  const description = typescript.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
  if (description !== "") keywords.description = description;
  for (const { name, text } of symbol.getJsDocTags(checker)) {
    const set = Object.hasOwn(tags, name.toLowerCase()) ? tags[name.toLowerCase()] : undefined;
    set?.(keywords, typescript.displayPartsToString(text).trim());
  }
  return keywords;
}

/** Whether the comment allows null besides. */
export function isNullable(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "nullable");
}

/** Whether the comment asks for the thing to be left out. */
export function isHidden(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "ignore" || name === "hidden" || name === "internal");
}

/** JSON where it is, also in single quotes or a code fence; else the text itself. */
function valueOf(text: string): Json {
  const bare = text
    .replace(/^```\w*\n(?<inside>[\s\S]*?)\n?```$/u, "$<inside>")
    .replace(/^(?<quote>['`])(?<inside>.*)\k<quote>$/su, '"$<inside>"');
  try {
    return JSON.parse(bare) as Json;
  } catch {
    return text;
  }
}

/** The schema with keywords of a comment beside it. The more specific says so: what is given wins. */
export function withKeywords(schema: JsonSchema, keywords: JsonSchema): JsonSchema {
  const { type, ...others } = keywords;
  // A tag such as `@isInt` narrows a number; it does not make one of something else.
  const isNarrowed = type === "integer" && schema.type === "number";
  const isGiven = type !== undefined && (isNarrowed || type !== "integer");
  return { ...schema, ...others, ...(isGiven && { type }) };
}
