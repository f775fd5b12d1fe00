/** What is asked and followed of the chains that handlers' code is read as. */
import type { Chain, ReadDecorator, Written } from "../handler-reader.js";
import type { Question } from "../reference.js";

export type MentionQuestion = Extract<Question, { ask: "mention" }>;

/** What its first name is. */
export function rootQuestion(file: string, { root }: Chain): MentionQuestion[] {
  return root.is === "name" && root.name !== "this" ? [{ ask: "mention", file, offset: root.offset }] : [];
}

/** The decorator as the call that it is. */
export function decoratorChain({ name, offset, arguments: given }: ReadDecorator): Chain {
  const span = { start: offset, end: offset };
  return {
    root: { is: "name", name, offset },
    steps: [{ do: "call", arguments: given, typeArguments: [], span }],
  };
}

/** The decorator, and what it is given. */
export function chainsOfDecorator(decorator: ReadDecorator): Chain[] {
  return [
    decoratorChain(decorator),
    ...decorator.arguments.flatMap((each) => (each.is === "chain" ? [each.chain] : [])),
  ];
}

/** Of the name that is called first, else of the last. */
export function calleeOffset({ root, steps }: Chain): number | undefined {
  const call = steps.findIndex((step) => step.do === "call");
  const callee = call < 0 ? steps.at(-1) : steps[call - 1];
  if (callee?.do === "member") return callee.offset;
  return root.is === "name" && call <= 0 ? root.offset : undefined;
}

/** What the registering call is given, by name or made by calls. */
export function argumentChains(chain: Chain): Chain[] {
  return valuesGiven(chain).flatMap((each) => (each.is === "chain" ? [each.chain] : []));
}

/** Those in arrays and objects included. */
export function valuesGiven({ steps }: Chain): Written[] {
  const call = steps.findLast((step) => step.do === "call");
  return call?.do === "call" ? call.arguments.flatMap(valuesIn) : [];
}

function valuesIn(value: Written): Written[] {
  if (value.is === "array") return value.elements.flatMap(valuesIn);
  if (value.is === "object") return value.properties.flatMap((property) => valuesIn(property.value));
  // `validator("json", (value) => …)`, and handlers that are wrapped.
  if (value.is === "chain") return [value, ...valuesGiven(value.chain)];
  return [value];
}
