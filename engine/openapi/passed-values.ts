/** The functions that run on behalf of a handler besides it, and which values their parameters have then. */
import type { Chain, HandlerAnswer, Written } from "../handler-reader.js";
import type { Maker } from "../schema-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { MiddlewareShape, Role } from "./conventions.js";
import { argumentAt, type Bound, type Frame, parameterKey, placeOf } from "./frames.js";
import { type Place, placePattern, restAfter } from "./place-pattern.js";

/** A function, and what its parameters are. */
export interface PassedTo {
  readonly target: CodeFunction;
  readonly answer: HandlerAnswer;
  readonly bindings: ReadonlyMap<string, Bound>;
}

/** What the functions around a handler were given by the calls that made it. */
export function surroundingValues(makers: readonly Maker[], code: Code): ReadonlyMap<string, Bound> {
  const bindings = new Map<string, Bound>();
  for (const { file, span } of makers) {
    const [use] = code.call(file, span)?.uses ?? [];
    const maker = use && code.calledBy(file, use.chain);
    const call = use?.chain.steps.find((step) => step.do === "call");
    const frame: Frame = { file, bindings: new Map() };
    if (maker && call?.do === "call") bind(bindings, maker, call.arguments, frame);
  }
  return bindings;
}

/** What a function is given by a call; or has by default. */
export function passedValues(
  target: CodeFunction,
  { parameters }: HandlerAnswer,
  given: readonly Written[],
  frame: Frame,
): ReadonlyMap<string, Bound> {
  const bindings = new Map<string, Bound>();
  bind(bindings, target, given, frame);
  const own: Frame = { file: target.file, bindings: new Map() };
  for (const [index, { default: written }] of parameters.entries())
    if (written && given[index] === undefined)
      bindings.set(parameterKey(target.span.start, index), { is: "written", written, frame: own });
  return bindings;
}

function bind(bindings: Map<string, Bound>, { span }: CodeFunction, given: readonly Written[], frame: Frame): void {
  for (const [index, written] of given.entries())
    bindings.set(parameterKey(span.start, index), { is: "written", written, frame });
}

/** `validate(schema)`: the function that it returns handles requests, and knows what the maker was given. */
export function madeFunctions(chain: Chain, frame: Frame, roles: readonly Role[], code: Code): readonly PassedTo[] {
  const call = chain.steps.findLast((step) => step.do === "call");
  const maker = code.calledBy(frame.file, chain);
  const answer = maker && code.function(maker);
  if (call?.do !== "call" || !maker || !answer) return [];
  return answer.returns.flatMap(({ value, function: by }) => {
    if (value.is !== "function" || by.start !== maker.span.start) return [];
    const bindings = new Map<string, Bound>();
    bind(bindings, maker, call.arguments, frame);
    for (const [index, role] of roles.entries())
      bindings.set(parameterKey(value.function.start, index), { is: "role", role });
    return [{ target: maker, answer, bindings }];
  });
}

/** The functions that a library's calls are given, with parameters of their own. */
export function givenFunctions(
  chain: Chain,
  frame: Frame,
  shapes: readonly MiddlewareShape[],
  code: Code,
): readonly PassedTo[] {
  const place = placeOf(chain, frame, code);
  const call = chain.steps.findLast((step) => step.do === "call");
  return shapes.flatMap(({ at, handler, roles }) => {
    if (restAfter(place, placePattern(at))?.length !== 0 || call?.do !== "call") return [];
    const found = argumentAt(call.arguments, handler, frame);
    if (found?.value.is !== "function") return [];
    const target = { file: found.frame.file, span: found.value.function };
    const answer = code.function(target);
    const bindings = new Map<string, Bound>(
      roles.map((role, index) => [parameterKey(target.span.start, index), { is: "role", role }]),
    );
    return answer ? [{ target, answer, bindings }] : [];
  });
}

/** `@nestjs/common#ParseIntPipe`, of the class or of what is made of it. */
export function externalName({ root, steps }: Place): string | undefined {
  if (root.is !== "external") return undefined;
  const names = [...root.steps, ...steps.flatMap((step) => (step.do === "member" ? [step.name] : []))];
  return `${root.module}#${names.join(".")}`;
}

/** The value is, or has as a property, something that stands for the request or the answer. */
export function mentionsRequest(value: Written, frame: Frame, code: Code): boolean {
  if (value.is === "object") return value.properties.some((property) => mentionsRequest(property.value, frame, code));
  return value.is === "chain" && placeOf(value.chain, frame, code).root.is === "role";
}

export function hasCall({ steps }: Chain): boolean {
  return steps.some((step) => step.do === "call");
}
