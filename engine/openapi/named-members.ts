/** Functions that applications are given under a name, and are asked for by it: `app.decorate("authenticate", verify)`. */
import type { Chain } from "../handler-reader.js";
import type { Project } from "../project.js";
import type { Call, Code } from "./code.js";
import { conventions } from "./frameworks/index.js";
import { argumentAt, type Found, type Frame, literalOf } from "./frames.js";

/** The calls that name something, of all frameworks. */
export function namingCalls({ files }: Project): Call[] {
  const members = new Set(conventions.flatMap(({ namedMembers }) => namedMembers?.puts ?? []));
  return [...files.values()].flatMap(({ path, facts }) =>
    facts.calls.flatMap(({ callee, span: { end } }): Call[] => {
      const mention = callee === undefined ? undefined : facts.mentions[callee];
      const isOne = mention?.isMember === true && members.has(mention.name);
      return isOne ? [{ file: path, call: { start: mention.offset, end } }] : [];
    }),
  );
}

/** What the calls name. */
export class NamedMembers {
  readonly #values = new Map<string, Found>();

  /** @param code has read the calls */
  constructor(calls: readonly Call[], code: Code) {
    for (const { file, call } of calls) {
      const made = code.call(file, call)?.uses[0]?.chain.steps.findLast((step) => step.do === "call");
      const frame: Frame = { file, bindings: new Map() };
      const [name] = made?.do === "call" ? made.arguments : [];
      const value = made?.do === "call" ? argumentAt(made.arguments, "1", frame) : undefined;
      const text = name && literalOf(name, frame);
      if (typeof text === "string" && value && !this.#values.has(text)) this.#values.set(text, value);
    }
  }

  /** What a chain that ends with the name stands for: `app.authenticate`, `this.server.authenticate`. */
  of({ steps }: Chain): Found | undefined {
    const last = steps.at(-1);
    return last?.do === "member" ? this.#values.get(last.name) : undefined;
  }
}
