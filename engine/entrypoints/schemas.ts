/** Validators: what their schemas do to values runs where these are parsed. */
import type { Framework } from "./framework.js";

const parsing = ["parse", "parseAsync", "safeParse", "safeParseAsync", "spa", "decode", "decodeAsync", "encode", "encodeAsync"] as const;

export const zod: Framework = {
  name: "zod",
  modules: ["zod", "zod/v3", "zod/v4", "zod/v4-mini", "zod/mini"],
  holders: {
    takes: ["refine", "superRefine", "check", "transform", "overwrite", "preprocess", "custom", "codec", "pipe", "default", "prefault", "catch"],
    runs: parsing,
  },
};

export const valibot: Framework = {
  name: "valibot",
  modules: ["valibot"],
  holders: {
    takes: [
      "check", "checkAsync", "checkItems", "custom", "customAsync", "forward", "partialCheck", "rawCheck", "rawTransform", "transform",
      "transformAsync", "mapItems", "filterItems", "findItem", "reduceItems", "sortItems", "someItem", "everyItem", "fallback", "optional",
      "nullable", "nullish",
    ],
    runs: ["parse", "parseAsync", "safeParse", "safeParseAsync", "is", "assert"],
  },
};

export const yup: Framework = {
  name: "yup",
  modules: ["yup"],
  holders: {
    takes: ["test", "transform", "when", "default", "lazy"],
    runs: ["validate", "validateSync", "validateAt", "validateSyncAt", "isValid", "isValidSync", "cast"],
  },
};

export const joi: Framework = {
  name: "Joi",
  modules: ["joi", "@hapi/joi", "celebrate"],
  holders: {
    takes: ["custom", "external", "default", "failover", "error"],
    runs: ["validate", "validateAsync", "attempt", "assert"],
  },
};

export const vine: Framework = {
  name: "VineJS",
  modules: ["@vinejs/vine"],
  holders: {
    takes: ["createRule", "use", "transform", "parse", "requiredWhen", "unique", "exists"],
    runs: ["validate", "tryValidate"],
  },
};

export const superstruct: Framework = {
  name: "superstruct",
  modules: ["superstruct"],
  holders: {
    takes: ["refine", "define", "coerce", "defaulted", "dynamic", "lazy"],
    runs: ["assert", "create", "is", "mask", "validate"],
  },
};
