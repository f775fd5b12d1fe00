/** Reads definitions in strings: `"string.email | null"`, `"1 <= number.integer < 10"`, `"(string | number)[]"`. */
import type { Json, JsonSchema } from "../../../schema-reader.js";
import { literalSchema } from "../literals.js";
import { anyOf } from "../unions.js";
import { nullable } from "../visit.js";

export type Words = Readonly<Record<string, JsonSchema>>;

export interface NotedSchema {
  readonly schema: JsonSchema;
  /** `"string = 'x'"` */
  readonly default?: Json;
  /** `"string?"` */
  readonly isOptional: boolean;
}

/** @returns undefined where the definition says something that is not known */
export function readNotation(text: string, words: Words): NotedSchema | undefined {
  const tokens = tokensOf(text);
  try {
    return tokens && new Notation(tokens, words).whole();
  } catch (error) {
    if (error instanceof UnknownNotation) return undefined;
    throw error;
  }
}

interface Token {
  readonly is: "text" | "regex" | "number" | "word" | "sign";
  readonly value: string;
}

const TOKEN =
  /\s*(?:(?<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<regex>\/(?:[^/\\]|\\.)+\/)|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_$][\w$.]*)|(?<sign>\[\]|<=|>=|==|[|&()<>%=?]))/uy;

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; text.slice(end).trim() !== ""; end = TOKEN.lastIndex) {
    const groups: Readonly<Record<string, string | undefined>> = TOKEN.exec(text)?.groups ?? {};
    const [is, value] = Object.entries(groups).find(([, content]) => content !== undefined) ?? [];
    if (is === undefined || value === undefined) return undefined;
    tokens.push({ is: is as Token["is"], value });
  }
  return tokens;
}

class UnknownNotation extends Error {}

class Notation {
  readonly #tokens: readonly Token[];
  readonly #words: Words;
  #at = 0;

  constructor(tokens: readonly Token[], words: Words) {
    this.#tokens = tokens;
    this.#words = words;
  }

  whole(): NotedSchema {
    const schema = this.union();
    const value = this.takes("=") ? this.value() : undefined;
    const isOptional = this.takes("?");
    if (this.#at < this.#tokens.length) throw new UnknownNotation();
    return { schema, isOptional, ...(value !== undefined && { default: value }) };
  }

  private union(): JsonSchema {
    const parts = [this.intersection()];
    while (this.takes("|")) parts.push(this.intersection());
    const others = parts.filter(({ type }) => type !== "null");
    if (others.length === 0) return { type: "null" };
    const literals = others
      .map((part) => part.const)
      .filter((value) => typeof value === "string" || typeof value === "number");
    const union = literals.length === others.length ? literalSchema(literals) : anyOf(others);
    return others.length < parts.length ? nullable(union) : union;
  }

  private intersection(): JsonSchema {
    let schema = this.limited();
    while (this.takes("&")) schema = { ...schema, ...this.limited() };
    return schema;
  }

  /** `1 <= number <= 10`, `string > 2`, `number % 5` */
  private limited(): JsonSchema {
    const [first, second] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]];
    const isLimitFirst = first?.is === "number" && (second?.value === "<" || second?.value === "<=");
    if (isLimitFirst) this.#at += 2;
    const inner = this.array();
    let schema = isLimitFirst ? limited(inner, second.value === "<" ? ">" : ">=", Number(first.value)) : inner;
    for (;;) {
      const sign = SIGNS.find((one) => this.takes(one));
      if (sign === undefined) return schema;
      const value = this.value();
      if (typeof value !== "number") throw new UnknownNotation();
      schema = limited(schema, sign, value);
    }
  }

  private array(): JsonSchema {
    let schema = this.operand();
    while (this.takes("[]")) schema = { type: "array", items: schema };
    return schema;
  }

  private operand(): JsonSchema {
    const token = this.#tokens[this.#at++];
    if (token?.is === "text") return literalSchema([token.value.slice(1, -1)]);
    if (token?.is === "number") return literalSchema([Number(token.value)]);
    if (token?.is === "regex") return { type: "string", pattern: token.value.slice(1, -1) };
    if (token?.is === "word" && Object.hasOwn(this.#words, token.value)) return this.#words[token.value] ?? {};
    if (token?.value !== "(") throw new UnknownNotation();
    const schema = this.union();
    if (!this.takes(")")) throw new UnknownNotation();
    return schema;
  }

  private value(): Json {
    const token = this.#tokens[this.#at++];
    if (token?.is === "text") return token.value.slice(1, -1);
    if (token?.is === "number") return Number(token.value);
    if (token?.value === "true" || token?.value === "false") return token.value === "true";
    if (token?.value === "null") return null;
    throw new UnknownNotation();
  }

  private takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.is !== "sign" || token.value !== sign) return false;
    this.#at++;
    return true;
  }
}

type Sign = "<" | "<=" | ">" | ">=" | "==" | "%";
const SIGNS: readonly Sign[] = ["<=", ">=", "==", "<", ">", "%"];

/** What is compared with a number: a number itself, or the length of text or of an array. */
function limited(schema: JsonSchema, sign: Sign, value: number): JsonSchema {
  if (sign === "%") return { ...schema, multipleOf: value };
  if (schema.type === "number" || schema.type === "integer") {
    const keywords: Readonly<Record<Sign, JsonSchema>> = {
      "<": { exclusiveMaximum: value },
      "<=": { maximum: value },
      ">": { exclusiveMinimum: value },
      ">=": { minimum: value },
      "==": { const: value },
      "%": {},
    };
    return { ...schema, ...keywords[sign] };
  }
  const [min, max] =
    schema.type === "array" ? (["minItems", "maxItems"] as const) : (["minLength", "maxLength"] as const);
  if (sign === "==") return { ...schema, [min]: value, [max]: value };
  if (sign === "<" || sign === "<=") return { ...schema, [max]: sign === "<" ? value - 1 : value };
  return { ...schema, [min]: sign === ">" ? value + 1 : value };
}
