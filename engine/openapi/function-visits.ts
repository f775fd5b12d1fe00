/** Sees what functions do that run on behalf of a route, and those that they call: with roles for what they are handed. */
import type { Span } from "../facts/facts.js";
import type { Chain, HandlerAnswer, Use, Written } from "../handler-reader.js";
import type { Answers } from "./answers.js";
import { Branches } from "./branches.js";
import type { Code, CodeFunction } from "./code.js";
import type { Conventions, Role } from "./conventions.js";
import { roleOf } from "./decorated.js";
import { clausesAroundNext } from "./error-handlers.js";
import { type Bound, type Frame, parameterKey, placeOf, resolved } from "./frames.js";
import type { Guards } from "./guards.js";
import type { Observed } from "./observed.js";
import type { HandledRoute } from "./observe.js";
import { hasCall, mentionsRequest, passedValues, surroundingValues } from "./passed-values.js";
import type { Reads } from "./reads.js";
import { type Thrown, writtenError } from "./thrown.js";

/** Helpers of helpers are followed so deep. */
const MAX_DEPTH = 3;

/** The error that is being handled, and the clause that does, where it is a part of what runs before. */
export interface Handling {
  readonly error: Thrown;
  readonly clause?: Span | undefined;
}

export interface Seen {
  readonly observed: Observed;
  readonly answers: Answers;
  readonly guards: Guards;
  readonly reads: Reads;
}

export class FunctionVisits {
  readonly #route: HandledRoute;
  readonly #conventions: Conventions;
  readonly #code: Code;
  readonly #observed: Observed;
  readonly #answers: Answers;
  readonly #guards: Guards;
  readonly #reads: Reads;
  readonly #branches: Branches;
  readonly #visiting = new Set<string>();
  readonly #error: Thrown | undefined;
  readonly #clause: Span | undefined;

  /** @param seen takes what is seen */
  constructor(route: HandledRoute, conventions: Conventions, code: Code, seen: Seen, handling?: Handling) {
    this.#route = route;
    this.#conventions = conventions;
    this.#code = code;
    this.#observed = seen.observed;
    this.#answers = seen.answers;
    this.#guards = seen.guards;
    this.#reads = seen.reads;
    this.#error = handling?.error;
    this.#clause = handling?.clause;
    this.#branches = new Branches(route, conventions, code, this.#error);
  }

  /** Runs a function as one of the route's handlers. */
  handle(
    target: CodeFunction,
    answer: HandlerAnswer,
    depth: number,
    roles: readonly Role[] = this.#conventions.roles,
    others: ReadonlyMap<string, Bound> = new Map(),
  ): void {
    const bindings = new Map([
      ...surroundingValues(this.#route.makers, this.#code),
      ...others,
      ...this.rolesOf(target, answer, roles),
    ]);
    this.visit(target, answer, { file: target.file, bindings }, depth);
  }

  private rolesOf({ span }: CodeFunction, { parameters }: HandlerAnswer, roles: readonly Role[]): Map<string, Bound> {
    const bindings = new Map<string, Bound>();
    const { decorators } = this.#conventions;
    for (const [index, parameter] of parameters.entries()) {
      const role = roleOf(parameter, decorators, roles[index]);
      if (role === undefined) continue;
      const written = role === "error" && this.#error ? writtenError(this.#error) : undefined;
      bindings.set(parameterKey(span.start, index), { is: "role", role, ...(written && { written }) });
    }
    if (this.#clause && this.#error)
      bindings.set(parameterKey(this.#clause.start, 0), {
        is: "role",
        role: "error",
        written: writtenError(this.#error),
      });
    return bindings;
  }

  /** The function that the value is, where it is written out or declared. */
  functionOf(value: Written, frame: Frame): CodeFunction | undefined {
    const { value: written, frame: at } = resolved(value, frame);
    if (written.is === "function") return { file: at.file, span: written.function };
    return written.is === "chain" && !hasCall(written.chain) ? this.#code.calledBy(at.file, written.chain) : undefined;
  }

  visit(target: CodeFunction, answer: HandlerAnswer, frame: Frame, depth: number): void {
    const key = `${target.file}#${String(target.span.start)}`;
    if (this.#visiting.has(key)) return;
    this.#visiting.add(key);
    let reached = 0;
    for (const use of answer.uses) {
      if (!this.#branches.mayRun(use, frame) || this.isForOthers(use, answer, frame, depth)) continue;
      // What comes after the branch that answers is for requests that it does not take.
      const tests = this.#branches.dispatchingTests(use, frame);
      if (tests < reached) continue;
      reached = tests;
      const { answers } = this.#observed;
      const before = answers.length;
      const place = placeOf(use.chain, frame, this.#code);
      this.#answers.observe(use, place, frame);
      this.#guards.observeSecurity(use.chain, frame);
      this.#reads.observe(use, frame);
      if (depth < MAX_DEPTH) this.follow(use, frame, depth);
      if (this.#error && this.#branches.isSpecific(use, this.#error, frame))
        for (let index = before; index < answers.length; index++) {
          const answer = answers[index];
          if (answer) answers[index] = { ...answer, isSpecific: true };
        }
    }
    this.#visiting.delete(key);
  }

  /** What a clause does that takes the errors of what runs next is done for these alone. */
  private isForOthers({ caught }: Use, { uses }: HandlerAnswer, frame: Frame, depth: number): boolean {
    if (this.#clause) return depth === 1 && caught?.start !== this.#clause.start;
    if (!caught || depth === 0) return false;
    return clausesAroundNext(uses, frame, this.#code).some(({ start }) => start === caught.start);
  }

  /** Helpers answer and throw on behalf of the handler. */
  private follow(use: Use, frame: Frame, depth: number): void {
    const { chain } = use;
    const target = hasCall(chain) ? this.calledBy(chain, frame) : undefined;
    const answer = target && this.#code.function(target);
    const call = chain.steps.find((step) => step.do === "call");
    if (!target || !answer || call?.do !== "call") return;
    const bindings = passedValues(target, answer, call.arguments, frame);
    // Most of what handlers call knows nothing of HTTP, and is called by many of them.
    const isHandedOn = call.arguments.some((written) => mentionsRequest(written, frame, this.#code));
    const key = `${target.file}#${String(target.span.start)} ${String(depth)}`;
    if (!isHandedOn && this.#code.silent.has(key)) return;
    const { answers, reads, validations } = this.#observed;
    const before = answers.length + reads.length + validations.length;
    const read = reads.length;
    const within = [
      ...(frame.within ?? []),
      ...(answer.isGeneric === true ? [{ file: frame.file, span: call.span }] : []),
    ];
    this.visit(target, answer, { file: target.file, bindings, ...(within.length > 0 && { within }) }, depth + 1);
    if (isHandedOn) this.#reads.observeResult(use, reads.slice(read), frame);
    if (!isHandedOn && answers.length + reads.length + validations.length === before) this.#code.silent.add(key);
  }

  /** The function that a chain calls first: a declared one, or one that the caller passed. */
  private calledBy(chain: Chain, frame: Frame): CodeFunction | undefined {
    const [first] = chain.steps;
    if (chain.root.is !== "parameter" || first?.do !== "call") return this.#code.calledBy(frame.file, chain);
    return this.functionOf({ is: "chain", chain: { root: chain.root, steps: [] }, span: first.span }, frame);
  }
}
