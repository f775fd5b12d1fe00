/** TypeBox, and the frameworks that hand it on. */
import type { JsonSchema } from "../schema-reader.js";
import type { Maker, Meaning, Operation, ValidatorLibrary } from "./library.js";

/** The last argument holds keywords of JSON Schema. */
const schema = (of: JsonSchema): Maker => ({ makes: "schema", schema: of, options: 0 });
const applies = (operation: Operation): Meaning => ({ applies: operation });
const nothing: Operation = { does: "nothing" };
const FILE: JsonSchema = { type: "string", format: "binary" };

const functions: Readonly<Record<string, Meaning>> = {
  String: schema({ type: "string" }),
  Number: schema({ type: "number" }),
  Integer: schema({ type: "integer" }),
  Boolean: schema({ type: "boolean" }),
  Null: schema({ type: "null" }),
  Any: schema({}),
  Unknown: schema({}),
  Never: schema({ not: {} }),
  Date: schema({ type: "string", format: "date-time" }),
  Uint8Array: schema({ type: "object", additionalProperties: { type: "integer" } }),
  RegExp: schema({ type: "string" }),
  Undefined: { makes: "absent" },
  Void: { makes: "absent" },
  Symbol: { makes: "absent" },
  Function: { makes: "absent" },
  Constructor: { makes: "absent" },
  BigInt: { makes: "not-json", problem: "is a bigint, which JSON.stringify throws on", schema: { type: "integer" } },
  Literal: { makes: "literal", options: 1 },
  Enum: { makes: "enum", options: 1 },
  Object: { makes: "object", options: 1 },
  Array: { makes: "array", options: 1 },
  Tuple: { makes: "tuple", rest: "refused", options: 1 },
  Union: { makes: "union", options: 1 },
  Intersect: { makes: "intersection", options: 1 },
  Evaluate: { makes: "intersection", isMerged: true, options: 1 },
  Composite: { makes: "intersection", isMerged: true, options: 1 },
  Record: { makes: "record", options: 2 },
  TemplateLiteral: { makes: "template", options: 1 },
  Recursive: { makes: "recursive", options: 1 },
  Cyclic: { makes: "recursive", options: 1 },
  Unsafe: { makes: "json-schema" },
  Ref: applies(nothing),
  Optional: applies({ does: "optional" }),
  Readonly: applies(nothing),
  ReadonlyOptional: applies({ does: "optional" }),
  Transform: applies(nothing),
  Codec: applies(nothing),
  Partial: applies({ does: "make-optional" }),
  Required: applies({ does: "make-required" }),
  Pick: applies({ does: "pick" }),
  Omit: applies({ does: "omit" }),
  KeyOf: applies({ does: "keys" }),
  Exclude: { makes: "inferred" },
  Extract: { makes: "inferred" },
  Index: { makes: "inferred" },
};

export const typebox: ValidatorLibrary = {
  name: "typebox",
  modules: ["@sinclair/typebox", "typebox", "@fastify/type-provider-typebox"],
  namespaces: ["Type", "t"],
  functions,
  // The encoded form is what goes over the wire, both ways.
  methods: { Decode: nothing, Encode: nothing },
  members: { properties: "shape", items: "element" },
  inferences: { Static: "output", StaticDecode: "output", StaticEncode: "input" },
};

/** Elysia's `t`: TypeBox, and types for what comes as text. */
export const elysia: ValidatorLibrary = {
  ...typebox,
  name: "elysia",
  fillsDefaults: true,
  modules: ["elysia", "elysia/type-system"],
  namespaces: ["t"],
  functions: {
    ...functions,
    Numeric: schema({ type: "number" }),
    NumericEnum: { makes: "enum", options: 1 },
    BooleanString: schema({ type: "boolean" }),
    UnionEnum: { makes: "enum", options: 1 },
    File: { makes: "schema", schema: FILE },
    Files: { makes: "schema", schema: { type: "array", items: FILE } },
    Form: { makes: "object", options: 1 },
    Cookie: { makes: "object", options: 1 },
    ObjectString: { makes: "object", options: 1 },
    ArrayString: { makes: "array", options: 1 },
    Nullable: applies({ does: "nullable" }),
    MaybeEmpty: applies({ does: "nullish" }),
  },
};
