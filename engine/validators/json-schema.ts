/** JSON Schema itself: packages that infer types from schemas that are objects in the source. */
import type { ValidatorLibrary } from "./library.js";

export const jsonSchema: ValidatorLibrary = {
  name: "json-schema",
  modules: ["json-schema-to-ts"],
  namespaces: [],
  functions: {},
  inferences: { FromSchema: "output" },
};
