/** What was seen of a handler: how it reads the request, and how it answers. */
import type { Written } from "../handler-reader.js";
import type { Expression } from "./frames.js";
import type { ParameterPart, ReadShape, RequestPart } from "./conventions.js";
import type { SecurityScheme } from "./document.js";
import type { SchemaRequest } from "../schema-reader.js";
import type { Thrown } from "./thrown.js";

/** Something that says what a value is like: the types of code, a validator's schema, or a schema written here. */
export type SchemaSource =
  | SchemaRequest
  | { readonly of: "schema"; readonly schema: Readonly<Record<string, unknown>> }
  /** A list of what the source says. */
  | { readonly of: "list"; readonly source: SchemaSource }
  /** What all of them say at once. */
  | { readonly of: "all"; readonly sources: readonly SchemaSource[] }
  /** An object: what the source does not know of its properties, these do. */
  | {
      readonly of: "filled";
      readonly source: SchemaSource;
      readonly properties: Readonly<Record<string, SchemaSource>>;
    }
  /** An object of which single fields are described. */
  | { readonly of: "fields"; readonly fields: readonly ObservedField[] }
  /** The value is a property of an object that is a property of another, as named from the outside in. */
  | { readonly of: "inside"; readonly properties: readonly string[]; readonly source: SchemaSource };

export interface ObservedField {
  /** `["address", "city"]`; `*` for the elements of a list. */
  readonly path: readonly string[];
  readonly source: SchemaSource;
}

export interface ObservedRead {
  readonly part: RequestPart;
  /** The parameter, or the property of the body; all of the part when absent. */
  readonly name?: string;
  readonly at: Expression;
  /** As the conventions have it. */
  readonly shape?: ReadShape;
  readonly contentType?: string;
  readonly file?: ReadShape["file"];
  /** It is used where a default stands in. */
  readonly default?: Written;
  /** What it is taken for, in order of trust. */
  readonly sources: readonly SchemaSource[];
  /** Requests without it are refused; absent where nothing says so. */
  readonly isRequired?: boolean;
  /** It is turned into this: `Number(request.query.page)`. */
  readonly coerced?: Readonly<Record<string, unknown>>;
}

/** A schema that a part of the request is checked against. */
export interface ObservedValidation {
  readonly part: RequestPart;
  readonly source: SchemaSource;
  /** The property of the schema that speaks of this part. */
  readonly property?: string;
  /** The parameter that carries all of it, as JSON. */
  readonly carriedBy?: string;
  /** The schema need not speak of this part. */
  readonly isPartial?: boolean;
  readonly contentType?: string;
  /** The status of the answer to requests that do not match. */
  readonly failure?: number | undefined;
  /** Requests that do not match make it throw. */
  readonly failureError?: Thrown;
}

export interface ObservedAnswer {
  /** `default` where the status is not written out. */
  readonly status: number | "default";
  readonly at: Expression;
  readonly source?: SchemaSource;
  readonly contentType?: string;
  readonly hasBody: boolean;
  readonly headers: readonly string[];
  readonly isRedirect?: boolean;
  /** The schema is of what is sent in another form. */
  readonly isEncrypted?: boolean;
  /** Of an error handler: only errors like this one are answered so. */
  readonly isSpecific?: boolean;
  /** Options say so, whatever the code does: other answers with its status say nothing more. */
  readonly isDeclared?: boolean;
  /** What a person says of it. */
  readonly description?: string;
  /** The status where nothing comes of the source. */
  readonly statusOfNothing?: number | "default";
}

/** What decorators and options say outright. */
export interface ObservedTexts {
  summary?: string;
  description?: string;
  operationId?: string;
  tags?: readonly string[];
}

/** What a request must carry to be let through: the scheme's name, or the header or cookie itself. */
export type ObservedSecurity = {
  /** What turns requests away without it; one of those that the same guard asks for is enough. */
  readonly guard?: number;
} & (
  | { readonly scheme: string }
  /** The project says what it is like. */
  | { readonly id: string; readonly described: SecurityScheme; readonly scopes: readonly string[] }
  /** Where requests without it are turned away. */
  | { readonly in: "header" | "cookie"; readonly name: string }
);

export interface Observed {
  /** The project says that it asks for nothing. */
  isOpen?: boolean;
  readonly security: ObservedSecurity[];
  readonly reads: ObservedRead[];
  readonly validations: ObservedValidation[];
  readonly answers: ObservedAnswer[];
  /** Declared parameters of the part, as a whole: `Request<Params, …>`. */
  readonly declared: {
    readonly part: ParameterPart | "body";
    readonly source: SchemaSource;
    readonly contentType?: string;
    /** Nothing in the code reads it: where it declares no properties of its own, it means nothing. */
    readonly isUnread?: boolean;
  }[];
  readonly texts: ObservedTexts;
  /** It is to be left out. */
  isHidden?: boolean;
  /** A decorator says that it will not be for long. */
  isDeprecated?: boolean;
}
