/** The error handlers around a route, and how they answer what it throws. */
import type { Span } from "../facts/facts.js";
import type { Use, Written } from "../handler-reader.js";
import type { Answers } from "./answers.js";
import type { Code, CodeFunction } from "./code.js";
import type { Role } from "./conventions.js";
import { type Bound, type Frame, parameterKey, placeOf } from "./frames.js";
import type { Observed, ObservedAnswer } from "./observed.js";
import { madeFunctions } from "./passed-values.js";
import { ANY_ERROR, namesOf, type Thrown } from "./thrown.js";

export interface ErrorHandler {
  readonly target: CodeFunction;
  readonly roles: readonly Role[];
  readonly level: number;
  /** Only what the clause does answers errors: those of what runs in its `try`. */
  readonly clause?: Span;
  /** What the parameters of functions inside of it are. */
  readonly bindings?: ReadonlyMap<string, Bound>;
  /** The decorator of its class that names the errors it takes. */
  readonly catches?: string | undefined;
}

/** How a handler answers an error; or that it leaves that to the framework. */
type AnswersOf = (handler: ErrorHandler, thrown: Thrown) => readonly ObservedAnswer[] | "passed";

export class ErrorHandlers {
  readonly #code: Code;
  readonly #answersOf: AnswersOf;
  /** The first to handle an error come first. */
  #all: readonly ErrorHandler[] = [];

  constructor(code: Code, answersOf: AnswersOf) {
    this.#code = code;
    this.#answersOf = answersOf;
  }

  add(...handlers: readonly ErrorHandler[]): void {
    this.#all = [...this.#all, ...handlers].sort((a, b) => a.level - b.level);
  }

  /** What is thrown is answered by error handlers, and otherwise as the framework does. */
  answer(found: Answers, { validations, answers }: Observed): void {
    const all = new Map(found.errors.map((each) => [`${each.thrown.lineage.join()} ${String(each.status)}`, each]));
    for (const error of all.values()) {
      const handled = this.handledBy(error.thrown);
      if (handled) answers.push(...handled);
      else found.addError(error);
    }
    if (this.#all.length === 0) return;
    for (const [index, validation] of validations.entries()) {
      const { failureError } = validation;
      const handled = failureError && this.handledBy(failureError);
      if (!failureError || !handled) continue;
      validations[index] = { ...validation, failure: undefined };
      answers.push(...handled);
    }
    answers.push(...(this.handledBy(ANY_ERROR) ?? []));
  }

  /** The answers of the first error handler that says what becomes of the error; undefined where none does. */
  private handledBy(thrown: Thrown): ObservedAnswer[] | undefined {
    for (const handler of this.#all) {
      const { target, catches } = handler;
      if (catches !== undefined && !this.isCaught(target, catches, thrown)) continue;
      const found = this.#answersOf(handler, thrown);
      if (found === "passed") return undefined;
      const specific = found.filter(({ isSpecific }) => isSpecific);
      const answers = specific.length > 0 ? specific : found;
      if (answers.length > 0) return withStatus(answers, thrown);
    }
    return undefined;
  }

  /** `@Catch(HttpException)`: only errors of these classes, or all. */
  private isCaught(target: CodeFunction, catches: string, { lineage }: Thrown): boolean {
    const decorator = this.#code.function(target)?.classDecorators.find(({ name }) => name === catches);
    const frame: Frame = { file: target.file, bindings: new Map() };
    const classes = (decorator?.arguments ?? []).flatMap((each) =>
      each.is === "chain" ? namesOf(each.chain, frame, this.#code) : [],
    );
    return classes.length === 0 || classes.some((name) => lineage.includes(name));
  }
}

/** The middleware that a value is, or that a call makes, with the clauses that take the errors of what runs next. */
export function catchingFunctions(
  value: Written,
  target: CodeFunction | undefined,
  frame: Frame,
  roles: readonly Role[],
  code: Code,
): Pick<ErrorHandler, "target" | "clause" | "bindings">[] {
  const answer = target && code.function(target);
  const bindings = new Map<string, Bound>();
  for (const [index, role] of roles.entries())
    if (target) bindings.set(parameterKey(target.span.start, index), { is: "role", role });
  const own = target && answer ? [{ target, answer, bindings }] : [];
  const made = own.length === 0 && value.is === "chain" ? madeFunctions(value.chain, frame, roles, code) : [];
  return [...own, ...made].flatMap((each) =>
    clausesAroundNext(each.answer.uses, { file: each.target.file, bindings: each.bindings }, code).map((clause) => ({
      target: each.target,
      bindings: each.bindings,
      clause,
    })),
  );
}

/** `try { await next(); } catch (error) { … }` */
export function clausesAroundNext(uses: readonly Use[], frame: Frame, code: Code): readonly Span[] {
  return uses.flatMap(({ chain, tried = [] }) => {
    if (tried.length === 0 || chain.steps[0]?.do !== "call") return [];
    const { root } = placeOf(chain, frame, code);
    return root.is === "role" && root.role === "next" ? tried.slice(0, 1) : [];
  });
}

/** A computed status is that of the error, where that is known; what stands in for it (`?? 500`) is for others. */
function withStatus(answers: readonly ObservedAnswer[], { status }: Thrown): ObservedAnswer[] {
  return answers.flatMap((answer) => {
    const group = answers.filter(({ at }) => at.file === answer.at.file && at.span.start === answer.at.span.start);
    const isComputed = group.some((each) => each.status === "default" || each.status === status);
    if (isComputed && answer.status !== "default" && answer.status !== status) return [];
    return [answer.status === "default" && status !== undefined ? { ...answer, status } : answer];
  });
}
