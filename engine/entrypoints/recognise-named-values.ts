/** Recognises what puts values somewhere under a name, and what reads them under it. */
import { parsePath, ShapeIndex, type ExternalReference } from "../catalogue/shapes.js";
import { CALLED } from "../reference.js";
import type { Framework, NamedPlace, NamedValues } from "./framework.js";

/** A place of one of the frameworks. */
export interface FrameworkPlace extends NamedPlace {
  readonly framework: Framework;
  readonly values: NamedValues;
}

export interface NamedValueRecogniser {
  /** Whether the reference is to what the place's member or decorator gives, or to its property of that name. */
  isAt(reference: ExternalReference, place: FrameworkPlace, name: string): boolean;
}

/** Every way to put a value under a name, of the frameworks whose modules are imported. */
export function putPlaces(frameworks: readonly Framework[], modules: ReadonlySet<string>): readonly FrameworkPlace[] {
  return frameworks
    .filter((framework) => framework.modules.some((module) => modules.has(module)))
    .flatMap((framework) =>
      (framework.namedValues ?? []).flatMap((values) => values.puts.map((put) => ({ ...put, framework, values }))),
    );
}

/** The ways to read what was put at a place. */
export function readPlaces({ framework, values }: FrameworkPlace): readonly FrameworkPlace[] {
  return values.reads.map((read) => ({ ...read, framework, values }));
}

/** The name of the member that is called. */
export function calledName({ call }: NamedPlace): string | undefined {
  return call?.slice(call.lastIndexOf(".") + 1);
}

export function createNamedValueRecogniser(frameworks: readonly Framework[]): NamedValueRecogniser {
  const index = new ShapeIndex(frameworks.filter(({ namedValues = [] }) => namedValues.length > 0));
  return {
    isAt(reference, { framework, on, call, decorator, property = "" }, name) {
      const called = call ?? decorator;
      const path =
        called === undefined
          ? parsePath(property)
              .map((step) => (step === "*" ? name : step))
              .join(".")
          : [...parsePath(called), CALLED].join(".");
      return index.read(reference).some(
        ({ shape, type, steps }) =>
          shape === framework &&
          (type === undefined ? on.length === 0 : on.includes(type)) &&
          // A function that takes values under names may itself be what is handed over.
          (steps.join(".") === path || (call !== undefined && type !== undefined && steps.join(".") === CALLED)),
      );
    },
  };
}
