/** The language's and the platform's own types that JSON treats in ways their members do not tell. Data. */
import type { JsonSchema } from "../../schema-reader.js";

/** `absent`: nothing comes of it. A problem: what is wrong with sending it, with a schema that holds all the same. */
export type WellKnown = JsonSchema | "absent" | { readonly problem: string; readonly schema: JsonSchema };

const ANY_OBJECT: JsonSchema = { type: "object" };
const OF_INTEGERS: JsonSchema = { type: "object", additionalProperties: { type: "integer" } };
const OF_NUMBERS: JsonSchema = { type: "object", additionalProperties: { type: "number" } };
const FILE: JsonSchema = { type: "string", format: "binary" };
/** Own enumerable properties: none. */
const EMPTY: JsonSchema = { type: "object", maxProperties: 0 };
const EMPTY_PROBLEM = { problem: "becomes `{}` in JSON, whatever it holds", schema: EMPTY };
const STREAM = { problem: "is a stream, which JSON does not hold", schema: ANY_OBJECT };

/** By the name of the global type. */
export const wellKnownTypes: Readonly<Record<string, WellKnown>> = {
  Date: { type: "string", format: "date-time" },
  URL: { type: "string", format: "uri" },
  String: { type: "string" },
  Number: { type: "number" },
  Boolean: { type: "boolean" },
  Object: ANY_OBJECT,
  Function: "absent",
  CallableFunction: "absent",
  NewableFunction: "absent",
  Symbol: "absent",
  RegExp: EMPTY_PROBLEM,
  Map: EMPTY_PROBLEM,
  ReadonlyMap: EMPTY_PROBLEM,
  Set: EMPTY_PROBLEM,
  ReadonlySet: EMPTY_PROBLEM,
  WeakMap: EMPTY_PROBLEM,
  WeakSet: EMPTY_PROBLEM,
  WeakRef: EMPTY_PROBLEM,
  ArrayBuffer: EMPTY_PROBLEM,
  SharedArrayBuffer: EMPTY_PROBLEM,
  DataView: EMPTY_PROBLEM,
  URLSearchParams: EMPTY_PROBLEM,
  FormData: { type: "object", contentMediaType: "multipart/form-data" },
  Headers: EMPTY_PROBLEM,
  Promise: { problem: "is a promise that nobody awaits", schema: EMPTY },
  PromiseLike: { problem: "is a promise that nobody awaits", schema: EMPTY },
  Int8Array: OF_INTEGERS,
  Uint8Array: OF_INTEGERS,
  Uint8ClampedArray: OF_INTEGERS,
  Int16Array: OF_INTEGERS,
  Uint16Array: OF_INTEGERS,
  Int32Array: OF_INTEGERS,
  Uint32Array: OF_INTEGERS,
  Float32Array: OF_NUMBERS,
  Float64Array: OF_NUMBERS,
  BigInt64Array: { problem: "holds bigints, which JSON.stringify throws on", schema: ANY_OBJECT },
  BigUint64Array: { problem: "holds bigints, which JSON.stringify throws on", schema: ANY_OBJECT },
  File: FILE,
  Blob: FILE,
  ReadableStream: STREAM,
  WritableStream: STREAM,
  Readable: STREAM,
  Response: { problem: "is a whole response, not what is in its body", schema: {} },
  // Their own properties are not enumerable.
  Error: ANY_OBJECT,
};
