/** Which code runs for a route, by the branches around it: they tell methods, paths and errors apart. */
import type { Test, Use } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { Conventions } from "./conventions.js";
import { pathsTested } from "./dispatched.js";
import { type Frame, literalOf, placeOf } from "./frames.js";
import { placePattern, restAfter } from "./place-pattern.js";
import { isAsTested, type Thrown } from "./thrown.js";

export interface TestedRoute {
  /** In small letters. */
  readonly method: string;
  readonly path: string;
  /** The handler answers others, too. */
  readonly isDispatched?: boolean;
}

export class Branches {
  readonly #route: TestedRoute;
  readonly #conventions: Conventions;
  readonly #code: Code;
  /** The error that is being handled. */
  readonly #error: Thrown | undefined;

  constructor(route: TestedRoute, conventions: Conventions, code: Code, error: Thrown | undefined) {
    this.#route = route;
    this.#conventions = conventions;
    this.#code = code;
    this.#error = error;
  }

  /** What is only done for requests of other methods is not done for this one. */
  mayRun({ when = [] }: Use, frame: Frame): boolean {
    const { method = "" } = this.#conventions;
    return when.every((tests) =>
      tests.some((test) => {
        if (this.#error) return isAsTested(test, this.#error, frame, this.#code) ?? !this.isAboutError(test, frame);
        const paths = this.pathsTested(test, frame);
        if (paths) return paths.includes(this.#route.path);
        if (test.is !== "equal") return true;
        if (restAfter(placeOf(test.chain, frame, this.#code), placePattern(method))?.length !== 0) return true;
        return test.values.some((value) => String(literalOf(value, frame)).toLowerCase() === this.#route.method);
      }),
    );
  }

  private pathsTested(test: Test, frame: Frame): readonly string[] | undefined {
    return this.#route.isDispatched === true ? pathsTested(test, frame, this.#conventions, this.#code) : undefined;
  }

  /** How many of the branches around tell requests apart by their paths or methods. */
  dispatchingTests({ when = [] }: Use, frame: Frame): number {
    if (this.#route.isDispatched !== true) return 0;
    const method = placePattern(this.#conventions.method ?? "");
    return when.filter((tests) =>
      tests.every(
        (test) =>
          this.pathsTested(test, frame) !== undefined ||
          (test.is === "equal" && restAfter(placeOf(test.chain, frame, this.#code), method)?.length === 0),
      ),
    ).length;
  }

  /** Only errors that are as the branches around want them get there. */
  isSpecific({ when = [] }: Use, error: Thrown, frame: Frame): boolean {
    return when.some((tests) => tests.some((test) => isAsTested(test, error, frame, this.#code) === true));
  }

  /** Nobody can tell what it says of the error. Of errors that are meant to be answered, it is taken to hold. */
  private isAboutError({ chain }: Test, frame: Frame): boolean {
    const root = chain && placeOf(chain, frame, this.#code).root;
    return root?.is === "role" && root.role === "error" && this.#error?.status === undefined;
  }
}
