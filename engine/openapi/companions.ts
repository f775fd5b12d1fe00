/** Finds what stands around the methods of classes: guards, interceptors, pipes and filters, by decorators or for all. */
import type { HandlerAnswer, ReadDecorator, Written } from "../handler-reader.js";
import { decoratorChain } from "./chains.js";
import type { PlacedDecorator } from "./class-decorators.js";
import type { Code, CodeFunction } from "./code.js";
import type { CompanionShape, Conventions } from "./conventions.js";
import type { Frame } from "./frames.js";

export interface Companion {
  readonly shape: CompanionShape;
  /** The class, an instance of it, or what a call makes. */
  readonly value: Written;
  readonly frame: Frame;
}

/** Decorators that are made of decorators are made of few. */
const MAX_DEPTH = 2;

/**
 * Those that decorators of the handler, its class and its parameters name.
 *
 * @param decorators of the handler and its class
 */
export function decoratedCompanions(
  { file }: CodeFunction,
  { parameters }: HandlerAnswer,
  decorators: readonly PlacedDecorator[],
  conventions: Conventions,
  code: Code,
): readonly Companion[] {
  const ofParameters = parameters.flatMap((each) => each.decorators.map((decorator) => ({ file, decorator })));
  return [...decorators, ...ofParameters].flatMap(({ file: at, decorator }) =>
    companionsOf(decorator, { file: at, bindings: new Map() }, conventions, code, 0),
  );
}

/** Those that a member of an application is given, or that a module provides. */
export function globalCompanions(
  member: string,
  given: readonly Written[],
  frame: Frame,
  { companions = [] }: Conventions,
): readonly Companion[] {
  const called = companions.find(({ members }) => members.includes(member));
  if (called) return given.map((value) => ({ shape: called, value, frame }));
  const [options] = given;
  const providers = options && propertyOf(options, "providers");
  return (providers?.is === "array" ? providers.elements : []).flatMap((provider) => {
    const name = propertyOf(provider, "provide");
    // The names are constants, whose values are the same texts.
    const key =
      name?.is === "chain" && name.chain.root.is === "name"
        ? name.chain.root.name
        : name?.is === "literal"
          ? String(name.value)
          : undefined;
    const shape = companions.find(({ provided }) => key !== undefined && provided.includes(key));
    const value = propertyOf(provider, "useClass") ?? propertyOf(provider, "useValue");
    return shape && value ? [{ shape, value, frame }] : [];
  });
}

function companionsOf(
  decorator: ReadDecorator,
  frame: Frame,
  conventions: Conventions,
  code: Code,
  depth: number,
): readonly Companion[] {
  const shape = conventions.companions?.find(({ decorators }) => decorators.includes(decorator.name));
  if (shape) return decorator.arguments.filter(({ is }) => is === "chain").map((value) => ({ shape, value, frame }));
  if (depth >= MAX_DEPTH) return [];
  // A decorator of the project that puts several together: `return applyDecorators(UseGuards(KeyGuard))`.
  const maker = code.calledBy(frame.file, decoratorChain(decorator));
  const made = maker && code.function(maker);
  if (!made) return [];
  const inside: Frame = { file: maker.file, bindings: new Map() };
  return made.returns.flatMap(({ value }) => {
    const call = value.is === "chain" ? value.chain.steps.findLast((step) => step.do === "call") : undefined;
    const parts = call?.do === "call" ? call.arguments : [];
    return parts.flatMap((part) => {
      const inner = decoratorOf(part);
      return inner ? companionsOf(inner, inside, conventions, code, depth + 1) : [];
    });
  });
}

function decoratorOf(value: Written): ReadDecorator | undefined {
  if (value.is !== "chain" || value.chain.root.is !== "name") return undefined;
  const { root, steps } = value.chain;
  const [call] = steps;
  return call?.do === "call" ? { name: root.name, offset: root.offset, arguments: call.arguments } : undefined;
}

function propertyOf(value: Written, name: string): Written | undefined {
  return value.is === "object" ? value.properties.find((property) => property.name === name)?.value : undefined;
}
