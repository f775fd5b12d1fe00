/** What an API document asks of a front end, which alone knows the types: requests and answers are plain JSON. */
import type { Span } from "./facts/facts.js";

/** `input`: what a client may send. `output`: what it is sent. They differ where a schema transforms or has defaults. */
export type Direction = "input" | "output";

/** A call, a `new` expression or a class. */
export interface Maker {
  readonly file: string;
  readonly span: Span;
}

export type SchemaRequest = {
  readonly direction: Direction;
  /** What made what the type belongs to, by which its type parameters are told. */
  readonly within?: readonly Maker[];
} & (
  | {
      /** The type of an expression, such as the argument of `res.json(…)`. */
      readonly of: "expression";
      readonly file: string;
      readonly span: Span;
      /** The expression is a class: the type of its instances. */
      readonly isClass?: boolean;
      /** The type that is wanted where the expression stands, if its own says nothing; else nothing. */
      readonly isExpected?: boolean;
    }
  | {
      /** A parameter's declared type, or that of one of its properties, such as a request's `body`. */
      readonly of: "parameter";
      readonly file: string;
      readonly function: Span;
      readonly index: number;
      readonly property?: string;
    }
  | {
      /** What a function returns, awaited. */
      readonly of: "result";
      readonly file: string;
      readonly function: Span;
      /** Types that stand for others, by `module#name`: for what they are of, or for what is sent of them. */
      readonly instead?: Readonly<Record<string, "argument" | JsonSchema>>;
    }
  | {
      /** A type argument of the call, the `new` expression or the type reference there. */
      readonly of: "type-argument";
      readonly file: string;
      readonly span: Span;
      readonly index: number;
    }
  | {
      /** An expression that is a schema of a validation library, or a JSON Schema: evaluated statically. */
      readonly of: "validator";
      readonly file: string;
      readonly span: Span;
    }
);

export interface SchemaAnswer {
  /** `{}` where nothing can be said; `problems` says why. */
  readonly schema: JsonSchema;
  /** Of the schema and of the components that nobody asked for before. */
  readonly problems: readonly SchemaProblem[];
  /** JSON has no form of the value, or not of all of them: `undefined`, functions. There is nothing in a body then. */
  readonly absent?: "always" | "sometimes";
  /** What the type's own comment says. */
  readonly description?: string;
}

/** Something that JSON Schema cannot express, or that is not known: `{}` stands in its place. */
export interface SchemaProblem {
  readonly file: string;
  readonly span: Span;
  /** The end of a sentence, for a person: "is `any`". */
  readonly reason: string;
  /** What it is that the reason speaks of: `User.settings`. */
  readonly subject: string;
}

export interface SchemaReader {
  /**
   * Answers in the order of the requests. All that belongs to one document is asked at once: the components'
   * names are decided over all of it, and components that nothing refers to are left out. Never throws.
   */
  read(requests: readonly SchemaRequest[]): SchemaReading;
}

export interface SchemaReading {
  readonly answers: readonly SchemaAnswer[];
  /** By name, in the order of the names; referred to as `#/components/schemas/Name`. */
  readonly components: Readonly<Record<string, JsonSchema>>;
}

export const COMPONENTS = "#/components/schemas/";

export type JsonType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON Schema 2020-12, as far as it is written, with OpenAPI's `discriminator` and `example`s as `examples`. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly type?: JsonType | readonly JsonType[];
  readonly format?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  /** The property by which the members of a `oneOf` are told apart, and the component for each of its values. */
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}
