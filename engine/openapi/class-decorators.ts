/** The decorators of a handler and its class, with those that the class has of its bases. */
import type { HandlerAnswer, ReadDecorator } from "../handler-reader.js";
import type { Maker } from "../schema-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { Conventions } from "./conventions.js";

export interface PlacedDecorator {
  readonly file: string;
  readonly decorator: ReadDecorator;
}

/** Those of the class come first. Of a decorator that several classes have, that of the nearest counts. */
export function decoratorsOf(
  { file }: CodeFunction,
  { classDecorators, decorators, owner }: HandlerAnswer,
  makers: readonly Maker[],
  conventions: Conventions,
  code: Code,
): readonly PlacedDecorator[] {
  const placed = (decorator: ReadDecorator): PlacedDecorator => ({ file, decorator });
  const own = decorators.map(placed);
  if (conventions.decorators?.isInherited !== true || !owner) return [...classDecorators.map(placed), ...own];
  // A method that a class inherits belongs to that class.
  const heir = makers.findLast((maker) => code.classes.lineageOf(maker.file, maker.span).length > 0);
  const lineage = heir ? code.classes.lineageOf(heir.file, heir.span) : code.classes.lineageOf(file, owner);
  const taken = new Set<string>();
  const inherited = lineage.flatMap((declared) => {
    const found = declared.class.decorators.filter(({ name }) => !taken.has(name));
    for (const { name } of found) taken.add(name);
    return found.map((decorator) => ({ file: declared.file, decorator }));
  });
  return [...inherited, ...own];
}
