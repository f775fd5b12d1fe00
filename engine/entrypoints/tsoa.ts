/** tsoa: controllers whose decorators a generator makes routes of. */
import type { Framework } from "./framework.js";

const verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"] as const;

export const tsoa: Framework = {
  name: "tsoa",
  page: {
    homepage: "https://tsoa-community.github.io/docs",
    description:
      "Methods of controllers are found by their decorators, with the path of `@Route` before their own; `{id}` is a parameter. What the generator writes need not be there.",
    examples: ["tsoa/controller.ts"],
  },
  modules: ["tsoa", "@tsoa/runtime"],
  decorators: [
    ...verbs.map(
      (verb) =>
        ({
          decorators: [verb],
          on: "method",
          effect: "entry",
          kind: "http",
          method: verb.toUpperCase(),
          prefixFrom: ["Route"],
          hasBracedParameters: true,
        }) as const,
    ),
    // One of them is built for every request, unless a container says otherwise.
    { decorators: ["Route"], on: "class", members: ["constructor"], effect: "entry", kind: "hook", label: "controller" },
  ],
};
