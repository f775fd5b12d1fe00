/** Sees calls among a route's handlers that check a part of requests against a schema: `zValidator("json", schema)`. */
import type { Chain } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { Conventions } from "./conventions.js";
import { argumentAt, expressionOf, type Frame, literalOf, placeOf } from "./frames.js";
import type { Observed } from "./observed.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** @returns whether the chain is such a call */
export function observeValidator(
  chain: Chain,
  frame: Frame,
  conventions: Conventions,
  code: Code,
  observed: Observed,
): boolean {
  const place = placeOf(chain, frame, code);
  let isOne = false;
  for (const shape of conventions.validators ?? []) {
    const rest = restAfter(place, placePattern(shape.at));
    const call = chain.steps.findLast((step) => step.do === "call");
    if (rest?.length !== 0 || call?.do !== "call") continue;
    isOne = true;
    const schema = argumentAt(call.arguments, shape.schema, frame);
    if (!schema) continue;
    const named = typeof shape.part === "string" ? undefined : argumentAt(call.arguments, shape.part.at, frame);
    const name = named && literalOf(named.value, named.frame);
    const target = typeof shape.part === "string" ? { part: shape.part } : conventions.parts?.[String(name)];
    if (!target) continue;
    const source = { of: "validator", direction: "input", ...expressionOf(schema.value, schema.frame) } as const;
    observed.validations.push({ ...target, source, failure: 400 });
  }
  return isOne;
}
