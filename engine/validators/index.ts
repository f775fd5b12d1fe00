/** The validation libraries that are read. */
import { jsonSchema } from "./json-schema.js";
import type { ValidatorLibrary } from "./library.js";
import { arktype } from "./arktype.js";
import { classTransformer, classValidator, nestSwagger } from "./class-validator.js";
import { expressValidator } from "./express-validator.js";
import { elysia, typebox } from "./typebox.js";
import { joi } from "./joi.js";
import { valibot } from "./valibot.js";
import { yup } from "./yup.js";
import { zod, zodMini } from "./zod.js";

export type * from "./library.js";

export const validatorLibraries: readonly ValidatorLibrary[] = [
  zod,
  zodMini,
  valibot,
  typebox,
  elysia,
  arktype,
  joi,
  yup,
  expressValidator,
  classValidator,
  classTransformer,
  nestSwagger,
  jsonSchema,
];

/** Where schemas keep the types of what they let in and out, one property after the other: the first that is there. */
export const inferredTypes: Readonly<Record<"input" | "output", readonly (readonly string[])[]>> = {
  output: [["_output"], ["~standard", "types", "output"], ["static"], ["infer"], ["__outputType"]],
  input: [["_input"], ["~standard", "types", "input"], ["static"], ["inferIn"], ["__outputType"]],
};

/** Where types that stand beside others as tags keep the JSON Schema that they stand for. */
export const typeTagProperties: readonly (readonly string[])[] = [["typia.tag", "schema"]];
