/** Yup: properties may be missing unless they are required. */
import type { JsonSchema } from "../schema-reader.js";
import type { Maker, Operation, ValidatorLibrary } from "./library.js";

const schema = (of: JsonSchema): Maker => ({ makes: "schema", schema: of });
const set = (keywords: JsonSchema): Operation => ({ does: "set", keywords });
const nothing: Operation = { does: "nothing" };

/** What changes or explains a value, or checks it by a function. */
const silent = [
  ...["trim", "lowercase", "uppercase", "strict", "test", "typeError", "label", "when", "transform", "ensure", "json"],
  ...["camelCase", "snakeCase", "constantCase", "from", "round", "truncate", "clone", "meta", "compact", "notOneOf"],
];

export const yup: ValidatorLibrary = {
  name: "yup",
  modules: ["yup"],
  namespaces: ["yup", "Yup"],
  hasOptionalProperties: true,
  functions: {
    mixed: schema({}),
    string: schema({ type: "string" }),
    number: schema({ type: "number" }),
    boolean: schema({ type: "boolean" }),
    bool: schema({ type: "boolean" }),
    date: schema({ type: "string", format: "date-time" }),
    object: { makes: "object" },
    array: { makes: "array" },
    tuple: { makes: "tuple", rest: "refused" },
    lazy: { makes: "lazy" },
  },
  methods: {
    ...Object.fromEntries(silent.map((name) => [name, nothing])),
    required: { does: "required" },
    defined: { does: "required" },
    optional: { does: "optional" },
    notRequired: { does: "nullish" },
    nullable: { does: "nullable" },
    nonNullable: nothing,
    default: { does: "default" },
    strip: { does: "leave-out" },
    oneOf: { does: "allow", isOnly: true },
    equals: { does: "allow", isOnly: true },
    min: { does: "limit", limit: "min" },
    max: { does: "limit", limit: "max" },
    length: { does: "limit", limit: "length" },
    moreThan: { does: "limit", limit: "above" },
    lessThan: { does: "limit", limit: "below" },
    integer: set({ type: "integer" }),
    positive: set({ exclusiveMinimum: 0 }),
    negative: set({ exclusiveMaximum: 0 }),
    email: set({ format: "email" }),
    url: set({ format: "uri" }),
    uuid: set({ format: "uuid" }),
    datetime: set({ format: "date-time" }),
    matches: { does: "match" },
    of: { does: "items" },
    shape: { does: "extend" },
    concat: { does: "extend" },
    pick: { does: "pick" },
    omit: { does: "omit" },
    partial: { does: "make-optional" },
    deepPartial: { does: "make-optional", isDeep: true },
    noUnknown: { does: "refuse-rest" },
  },
  inferences: { InferType: "output" },
};
