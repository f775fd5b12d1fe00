/** Which requests a handler of all methods answers, as far as it says so itself. */
import type { Code, CodeFunction } from "./code.js";
import type { Conventions } from "./conventions.js";
import { type Bound, type Frame, literalOf, parameterKey, placeOf } from "./frames.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** The methods, in small letters, that a handler compares the request's with. */
export function methodsAsked(handler: CodeFunction, conventions: Conventions, code: Code): string[] {
  if (conventions.method === undefined) return [];
  const pattern = placePattern(conventions.method);
  const bindings = new Map<string, Bound>(
    conventions.roles.map((role, index) => [parameterKey(handler.span.start, index), { is: "role", role }]),
  );
  const frame: Frame = { file: handler.file, bindings };
  const uses = code.function(handler)?.uses ?? [];
  return uses.flatMap(({ chain, compared = [] }) => {
    if (restAfter(placeOf(chain, frame, code), pattern)?.length !== 0) return [];
    return compared.flatMap((each) => {
      const method = literalOf(each, frame);
      return typeof method === "string" ? [method.toLowerCase()] : [];
    });
  });
}

/** Whether the function hands requests on to what is registered after it: `next()`. */
export function passesOn({ file, span }: CodeFunction, { roles }: Conventions, code: Code): boolean {
  const index = roles.indexOf("next");
  const uses = code.function({ file, span })?.uses ?? [];
  return uses.some(({ chain: { root, steps } }) => {
    const isNext = root.is === "parameter" && root.function === span.start && root.index === index;
    return isNext && steps[0]?.do === "call" && steps[0].arguments.length === 0;
  });
}
