/** class-transformer and class-validator: what runs whenever an object comes in or goes out. */
import type { Framework } from "./framework.js";

export const classTransformer: Framework = {
  name: "class-transformer",
  modules: ["class-transformer"],
  registrations: [
    { members: ["Transform", "Type"], handlers: [{ at: 0 }], effect: "entry", kind: "hook", label: "{member} of a property" },
  ],
};

export const classValidator: Framework = {
  name: "class-validator",
  modules: ["class-validator"],
  registrations: [
    { members: ["ValidateIf"], handlers: [{ at: 0 }], effect: "entry", kind: "hook", label: "validation condition" },
    {
      members: ["registerDecorator"],
      handlers: [{ at: 0, property: "validator.validate" }, { at: 0, property: "validator.defaultMessage" }],
      effect: "entry",
      kind: "hook",
      label: "validator",
    },
  ],
  heritage: [
    { types: ["ValidatorConstraintInterface"], members: ["validate", "defaultMessage"], effect: "entry", kind: "hook", label: "validator" },
  ],
};
