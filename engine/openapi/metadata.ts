/** What decorators note about handlers, and whether a guard lets those through that have such a note: `@Public()`. */
import type { ReadDecorator, Written } from "../handler-reader.js";
import { decoratorChain } from "./chains.js";
import type { PlacedDecorator } from "./class-decorators.js";
import type { Code, CodeFunction } from "./code.js";
import type { Conventions, MetadataShape } from "./conventions.js";
import { type Frame, literalOf, placeOf } from "./frames.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** The guard gives true somewhere, and asks for a note that the handler or its class has. */
export function letsThrough(
  guard: CodeFunction,
  decorators: readonly PlacedDecorator[],
  { metadata }: Conventions,
  code: Code,
): boolean {
  const answer = metadata && code.function(guard);
  if (!answer || !answer.returns.some(({ value }) => value.is === "literal" && value.value === true)) return false;
  const asked = answer.uses.flatMap(({ chain }) =>
    chain.steps.flatMap((step, index) => {
      const member = chain.steps[index - 1];
      if (step.do !== "call" || member?.do !== "member" || !metadata.reads.includes(member.name)) return [];
      return keyIn(step.arguments, { file: guard.file, bindings: new Map() }) ?? [];
    }),
  );
  const noted = decorators.flatMap(({ decorator, file }) => noteOf(decorator, file, metadata, code) ?? []);
  return noted.some((key) => asked.includes(key));
}

/** The key under which a decorator notes `true`: itself, or as what the function returns that it is. */
function noteOf(decorator: ReadDecorator, file: string, { sets }: MetadataShape, code: Code): string | undefined {
  const maker = code.calledBy(file, decoratorChain(decorator));
  const returned = (maker && code.function(maker)?.returns) ?? [];
  const values: { readonly value: Written; readonly file: string }[] = [
    { value: { is: "chain", chain: decoratorChain(decorator), span: { start: 0, end: 0 } }, file },
    ...returned.map(({ value }) => ({ value, file: maker?.file ?? file })),
  ];
  for (const { value, file: at } of values) {
    const frame: Frame = { file: at, bindings: new Map() };
    if (value.is !== "chain") continue;
    const call = value.chain.steps.at(-1);
    if (call?.do !== "call" || restAfter(placeOf(value.chain, frame, code), placePattern(sets))?.length !== 0) continue;
    const [, noted] = call.arguments;
    if (noted && literalOf(noted, frame) === true) return keyIn(call.arguments, frame);
  }
  return undefined;
}

function keyIn([key]: readonly Written[], frame: Frame): string | undefined {
  const text = key && literalOf(key, frame);
  return typeof text === "string" ? text : undefined;
}
