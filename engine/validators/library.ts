/** How a validation library is described: what its functions, methods and actions mean for JSON Schema. Data. */
import type { JsonSchema } from "../schema-reader.js";

export interface ValidatorLibrary {
  readonly name: string;
  /** Module specifiers that it is imported by. */
  readonly modules: readonly string[];
  /** Exports that hold the functions: `z`. The default export and `* as` hold them too. */
  readonly namespaces: readonly string[];
  /** What functions mean, by the path below the module or namespace: `string`, `coerce.number`. */
  readonly functions: Readonly<Record<string, Meaning>>;
  /** What methods of a schema mean. */
  readonly methods?: Readonly<Record<string, Operation>>;
  /** Functions whose results are handed to a schema to refine it: `minLength(3)` in a pipe. */
  readonly actions?: Readonly<Record<string, Operation>>;
  /** Properties may be missing unless they are required. */
  readonly hasOptionalProperties?: boolean;
  /** What is left out gets the `default` among the keywords. */
  readonly fillsDefaults?: boolean;
  /** What decorators of a class's property mean for it. */
  readonly decorators?: Readonly<Record<string, Operation>>;
  /** Properties of a schema that are schemas, or hold them. */
  readonly members?: Readonly<Record<string, Member>>;
  /** Words of the library's notation of definitions in strings. */
  readonly notation?: Readonly<Record<string, JsonSchema>>;
  /** Types that name what a schema describes: `z.infer<typeof User>`. */
  readonly inferences?: Readonly<Record<string, "input" | "output">>;
}

/** `shape`: its properties by name. `element`: what an array holds. `values`: an enum's values, by themselves. */
export type Member = "shape" | "element" | "values";

/** What a function makes, or what it does to the schema that is its first argument. */
export type Meaning =
  | Maker
  /** An operation on the first argument; the arguments after it are the operation's own. */
  | { readonly applies: Operation };

export type Maker = (
  | { readonly makes: "schema"; readonly schema: JsonSchema }
  /** The literal, or each of a list, that is the first argument. */
  | { readonly makes: "literal" }
  /** A list of values, an object's values or a TypeScript enum. */
  | { readonly makes: "enum" }
  /** The first argument holds the properties. `rest`: whether more are refused, or kept. */
  | { readonly makes: "object"; readonly rest?: "refused" | "kept"; readonly restArgument?: number }
  | { readonly makes: "array"; readonly isUnique?: boolean }
  /** A list of schemas, then one for all that follow. */
  | { readonly makes: "tuple"; readonly rest?: "refused" | "kept" }
  /** A list of schemas, or one after the other. */
  | { readonly makes: "union" }
  /** The property that tells them apart, and a list of schemas. */
  | { readonly makes: "discriminated-union" }
  /** `isMerged`: it is one object, whatever its parts say of further properties. */
  | { readonly makes: "intersection"; readonly isMerged?: boolean }
  /** A schema for keys and one for values, or for values only. */
  | { readonly makes: "record"; readonly isPartial?: boolean }
  /** A function that returns the schema. */
  | { readonly makes: "lazy" }
  /** A list of texts and schemas. */
  | { readonly makes: "template" }
  /** What comes in passes the first argument, what goes out comes from the second. */
  | { readonly makes: "codec" }
  /** The schema, and what is done to it. */
  | { readonly makes: "pipe" }
  /** The schema is the second argument; what comes in can be anything. */
  | { readonly makes: "preprocessed" }
  /** Whatever the function makes has the type that the checker infers. */
  | { readonly makes: "inferred" }
  /** Another schema in the input than in the output. */
  | { readonly makes: "converted"; readonly input: JsonSchema; readonly output: JsonSchema }
  /** Nothing: a value that JSON leaves out. */
  | { readonly makes: "absent" }
  /** JSON has no such values. */
  | { readonly makes: "not-json"; readonly problem: string; readonly schema: JsonSchema }
  /** A definition in the library's own notation: strings such as `"string.email"`, and objects of them. */
  | { readonly makes: "definition" }
  /** The first argument is a JSON Schema already. */
  | { readonly makes: "json-schema" }
  /** An object that refers to itself: a function of the reference. */
  | { readonly makes: "recursive" }
) & {
  /** The argument that holds further keywords of JSON Schema. */
  readonly options?: number;
};

/** What happens to a schema. */
export type Operation =
  /** The keyword takes the argument. Several, by the type of what they limit. */
  | { readonly does: "limit"; readonly limit: Limit }
  /** At least the first argument, and at most the second. */
  | { readonly does: "limit-both" }
  | { readonly does: "set"; readonly keywords: JsonSchema }
  /** The same, with keywords for options of the argument, an object: `isLength({ min: 8 })`. */
  | {
      readonly does: "options";
      readonly keywords: JsonSchema;
      readonly options: Readonly<Record<string, keyof JsonSchema>>;
    }
  /** Another value goes out than comes in. */
  | { readonly does: "set-output"; readonly schema: JsonSchema }
  /** Text that matches the argument, a regular expression. */
  | { readonly does: "match" }
  | { readonly does: "contain"; readonly where: "start" | "end" | "anywhere" }
  /** An argument is the default: the output has a value all the same. */
  | { readonly does: "optional" }
  | { readonly does: "nullable" }
  | { readonly does: "non-null"; readonly isRequired?: boolean }
  | { readonly does: "nullish" }
  | { readonly does: "default" }
  /** What is wrong is replaced by the argument: the input can be anything. */
  | { readonly does: "catch" }
  /** Undoes `optional`. */
  | { readonly does: "required" }
  | { readonly does: "array" }
  /** What an array holds: the argument, or one of several. */
  | { readonly does: "items" }
  /** Any of the arguments. */
  | { readonly does: "alternatives" }
  | { readonly does: "or" }
  | { readonly does: "and" }
  /** More properties: of an object literal, or of another schema. `rest`: further ones are refused from then on. */
  | { readonly does: "extend"; readonly rest?: "refused" }
  | { readonly does: "pick" }
  | { readonly does: "omit" }
  /** All properties, or those named by the argument. */
  | { readonly does: "make-optional"; readonly isDeep?: boolean }
  | { readonly does: "make-required" }
  | { readonly does: "refuse-rest" }
  | { readonly does: "keep-rest" }
  | { readonly does: "drop-rest" }
  | { readonly does: "catch-all" }
  | { readonly does: "rest-items" }
  | { readonly does: "keys" }
  | { readonly does: "exclude-values" }
  | { readonly does: "extract-values" }
  /** The output is what the function makes of it. */
  | { readonly does: "transform" }
  | { readonly does: "pipe" }
  | { readonly does: "act" }
  | { readonly does: "unwrap" }
  | { readonly does: "describe" }
  | { readonly does: "title" }
  | { readonly does: "example" }
  | { readonly does: "examples" }
  /** An object of keywords; a text before it, or its `id`, names the schema. */
  | { readonly does: "annotate"; readonly isOptional?: boolean }
  /** JSON does not have the property, or has it under the `name` that an object gives. */
  | { readonly does: "leave-out" }
  | { readonly does: "rename" }
  /** Allows these values besides, or only them. `isListed`: they may be given one after the other. */
  | { readonly does: "allow"; readonly isOnly?: boolean; readonly isListed?: boolean }
  | { readonly does: "nothing" };

/** `min` is `minLength` of text, `minimum` of a number, `minItems` of an array. */
export type Limit =
  "min" | "max" | "length" | "above" | "below" | "multiple-of" | "min-properties" | "max-properties" | "non-empty";
