/** Sees how a handler, what runs before it and what it calls read the request and answer it, by a framework's conventions. */
import type { Span } from "../facts/facts.js";
import type { Chain, HandlerAnswer, Use, Written } from "../handler-reader.js";
import type { Maker } from "../schema-reader.js";
import { Answers } from "./answers.js";
import { Branches, type TestedRoute } from "./branches.js";
import { decoratorChain } from "./chains.js";
import type { Code, CodeFunction } from "./code.js";
import { type Companion, decoratedCompanions, globalCompanions } from "./companions.js";
import type { Conventions, OptionsShape, ProcedureConventions, Role } from "./conventions.js";
import {
  argumentAt,
  type Bound,
  type Expression,
  type Frame,
  literalOf,
  parameterKey,
  placeOf,
  resolved,
} from "./frames.js";
import { type ErrorHandler, ErrorHandlers } from "./error-handlers.js";
import { observeDescription } from "./described.js";
import { FieldValidators } from "./field-validators.js";
import { Guards } from "./guards.js";
import { letsThrough } from "./metadata.js";
import type { NamedMembers } from "./named-members.js";
import { procedureNames } from "./naming.js";
import { observeDeclarations, roleOf } from "./decorated.js";
import type { Observed, ObservedAnswer } from "./observed.js";
import { namedSchemas, observeOptions } from "./options.js";
import { builtProcedure, observeProcedure } from "./procedures.js";
import { Reads } from "./reads.js";
import { type Thrown, writtenError } from "./thrown.js";
import {
  externalName,
  givenFunctions,
  hasCall,
  madeFunctions,
  mentionsRequest,
  passedValues,
  surroundingValues,
} from "./passed-values.js";
import { observeUploads } from "./uploads.js";
import { observeValidator } from "./validators.js";

export interface HandledRoute extends TestedRoute {
  readonly handler: CodeFunction | undefined;
  readonly registration: { readonly file: string; readonly call: Span };
  /** The calls that put something around it, those of outer routers first. */
  readonly around: readonly RouteAround[];
  /** The calls that made what the handler belongs to: what they were given is known to it. */
  readonly makers: readonly Maker[];
}

export interface RouteAround {
  readonly file: string;
  readonly call: Span;
  /** The name of the called member. */
  readonly member: string;
  /** How many routers out it is put. */
  readonly level: number;
  /** It is registered after the route: for errors. */
  readonly isAfter?: boolean;
}

/** Helpers of helpers are followed so deep. */
const MAX_DEPTH = 3;

export function observe(route: HandledRoute, conventions: Conventions, code: Code, named: NamedMembers): Observed {
  return new Observer(route, conventions, code, named).observe();
}

class Observer {
  readonly #route: HandledRoute;
  readonly #conventions: Conventions;
  readonly #code: Code;
  readonly #members: NamedMembers;
  readonly #answers: Answers;
  readonly #guards: Guards;
  readonly #observed: Observed = { security: [], reads: [], validations: [], answers: [], declared: [], texts: {} };
  readonly #reads: Reads;
  readonly #fields: FieldValidators;
  readonly #branches: Branches;
  readonly #visiting = new Set<string>();
  readonly #errorHandlers: ErrorHandlers;
  /** The error that is being handled. */
  readonly #error: Thrown | undefined;
  /** What options may name. */
  readonly #named = new Map<string, Expression>();
  /** What requests are answered with whose parts are not as their declared classes want them. */
  #classFailure: number | undefined;

  constructor(route: HandledRoute, conventions: Conventions, code: Code, named: NamedMembers, error?: Thrown) {
    this.#members = named;
    this.#error = error;
    this.#route = route;
    this.#conventions = conventions;
    this.#code = code;
    this.#reads = new Reads(conventions, code, this.#observed);
    this.#fields = new FieldValidators(conventions.fields ?? [], route, code, this.#observed);
    this.#branches = new Branches(route, conventions, code, error);
    this.#answers = new Answers(conventions, code, this.#observed.answers);
    this.#guards = new Guards(code, this.#observed, this.#answers);
    this.#errorHandlers = new ErrorHandlers(code, ({ target, roles }, thrown) =>
      new Observer({ ...route, around: [] }, conventions, code, named, thrown).#answersOf(target, roles),
    );
  }

  observe(): Observed {
    const { handler, registration, method, around } = this.#route;
    this.#errorHandlers.add(...around.flatMap((each) => this.#observeAround(each)));
    this.#dropSuccesses();
    const registered = this.#code.call(registration.file, registration.call)?.uses[0];
    if (registered) this.#observeRegistration(registered, registration.file);
    const answer = handler && this.#code.function(handler);
    if (!handler || !answer) return this.#observed;
    const all = [...answer.classDecorators, ...answer.decorators];
    for (const decorator of all)
      this.#guards.together(() => {
        const [chain, frame] = [decoratorChain(decorator), { file: handler.file, bindings: new Map() }];
        this.#guards.observeConfigured(chain, frame, handler.span);
        this.#guards.observeSecurity(chain, frame);
      });
    for (const each of decoratedCompanions(handler, answer, this.#conventions, this.#code))
      this.#guards.together(() => {
        this.#observeCompanion(each, 0);
      });
    this.#dropSuccesses();
    const { decorators } = this.#conventions;
    if (decorators) observeDeclarations(decorators, handler, all, this.#observed);
    this.#guards.together(() => {
      this.#handle(handler, answer, 0);
    });
    this.#reads.addDeclared(handler, answer);
    this.#validateClasses();
    this.#answers.addResult(handler, answer, method);
    this.#answers.addSettled(handler);
    this.#errorHandlers.answer(this.#answers, this.#observed);
    return this.#observed;
  }

  /** How a function answers an error; or that it leaves that to the framework. */
  #answersOf(target: CodeFunction, roles: readonly Role[]): readonly ObservedAnswer[] | "passed" {
    const answer = this.#code.function(target);
    if (!answer) return [];
    this.#handle(target, answer, 1, roles);
    const { answers } = this.#observed;
    if (answers.some(({ isSpecific }) => isSpecific)) return answers;
    if (this.#answers.isErrorPassed) return "passed";
    if (answers.length === 0) this.#answers.addResult(target, answer, "");
    return answers.map((each) => (each.status === 200 ? { ...each, status: "default" } : each));
  }

  /** Runs a function as one of the route's handlers. */
  #handle(
    target: CodeFunction,
    answer: HandlerAnswer,
    depth: number,
    roles: readonly Role[] = this.#conventions.roles,
  ): void {
    const bindings = new Map([
      ...surroundingValues(this.#route.makers, this.#code),
      ...this.#rolesOf(target, answer, roles),
    ]);
    this.#visit(target, answer, { file: target.file, bindings }, depth);
  }

  #rolesOf({ span }: CodeFunction, { parameters }: HandlerAnswer, roles: readonly Role[]): Map<string, Bound> {
    const bindings = new Map<string, Bound>();
    const { decorators } = this.#conventions;
    for (const [index, parameter] of parameters.entries()) {
      const role = roleOf(parameter, decorators, roles[index]);
      if (role === undefined) continue;
      const written = role === "error" && this.#error ? writtenError(this.#error) : undefined;
      bindings.set(parameterKey(span.start, index), { is: "role", role, ...(written && { written }) });
    }
    return bindings;
  }

  // ── Guards, pipes and filters ───────────────────────────────────────────────────────────────

  /** @param level how far out it stands, for those that answer errors */
  #observeCompanion({ shape, value, frame }: Companion, level: number): void {
    if (value.is !== "chain") return;
    const { chain } = value;
    this.#guards.observeConfigured(chain, frame, value.span);
    observeUploads(chain, frame, this.#conventions.uploads ?? [], this.#code, this.#observed);
    const target = this.#code.methodOf(frame.file, chain, shape.method) ?? this.#functionOf(value, frame);
    const { handler } = this.#route;
    const handled = handler && this.#code.function(handler);
    if (target && handled && letsThrough(target, handled, handler.file, this.#conventions, this.#code)) return;
    if (this.#guards.observeSecurity(chain, frame)) return;
    const name = externalName(placeOf(chain, frame, this.#code));
    const status = name === undefined ? undefined : this.#conventions.knownCompanions?.[name];
    if (status !== undefined) this.#answers.refuse(status, { file: frame.file, span: value.span });
    const { classValidation } = this.#conventions;
    if (name !== undefined && name === classValidation?.at) this.#classFailure = classValidation.status;
    const base = this.#code.classOf(frame.file, chain);
    // `class TokenGuard extends AuthGuard("jwt")`
    if (base?.class.base?.is === "chain")
      this.#guards.observeSecurity(base.class.base.chain, { file: base.file, bindings: new Map() });
    const answer = target && this.#code.function(target);
    if (!target || !answer) return;
    if (shape.roles.includes("error")) {
      this.#errorHandlers.add({ target, roles: shape.roles, level, catches: shape.catches });
      return;
    }
    this.#handle(target, answer, 1, shape.roles);
    const isRefusing = answer.returns.some(
      ({ value: returned, function: by }) =>
        by.start === target.span.start && !(returned.is === "literal" && returned.value === true),
    );
    if (shape.refusal !== undefined && isRefusing)
      this.#answers.refuse(shape.refusal, { file: target.file, span: target.span });
  }

  /** The declared classes of parameters and bodies are checked by a pipe. */
  #validateClasses(): void {
    const { classValidation } = this.#conventions;
    const usual = classValidation?.at === undefined ? classValidation?.status : undefined;
    const failure = this.#classFailure ?? usual;
    const { reads, declared } = this.#observed;
    const isChecked = declared.some(({ isUnread }) => isUnread !== true) || reads.some(({ part }) => part === "body");
    const { handler } = this.#route;
    if (failure !== undefined && isChecked && handler) this.#answers.refuse(failure, handler);
  }

  // ── What is around routes ───────────────────────────────────────────────────────────────────

  /** Middleware and hooks of the route's routers run before its own; error handlers are given. */
  #observeAround({ file, call: span, member, level, isAfter }: RouteAround): readonly ErrorHandler[] {
    const handlers: ErrorHandler[] = [];
    const call = this.#code.call(file, span)?.uses[0]?.chain.steps.findLast((step) => step.do === "call");
    const shapes = (this.#conventions.around ?? []).filter(({ members }) => members.includes(member));
    if (call?.do !== "call") return [];
    const frame: Frame = { file, bindings: new Map() };
    for (const each of globalCompanions(member, call.arguments, frame, this.#conventions))
      this.#guards.together(() => {
        this.#observeCompanion(each, level);
      });
    if (shapes.length === 0) return [];
    for (const { options, namesSchemas } of shapes) {
      if (options) this.#observeOptions(options, call.arguments, frame);
      if (namesSchemas === true)
        for (const [name, schema] of namedSchemas(call.arguments, frame)) this.#named.set(name, schema);
    }
    const [first] = call.arguments;
    const event = first && literalOf(first, frame);
    for (const value of call.arguments.flatMap((each) => (each.is === "array" ? each.elements : [each]))) {
      const target = this.#functionOf(value, frame);
      const count = target && this.#code.function(target)?.parameters.length;
      const shape = shapes.find(
        ({ events, parameters }) =>
          events?.includes(String(event)) !== false && (parameters === undefined || parameters === count),
      );
      if (shape && (shape.roles.includes("error") || shape.answersErrors === true)) {
        if (target) handlers.push({ target, roles: shape.roles, level });
      } else if (shape && isAfter !== true) this.#observeBefore(value, frame, shape.roles);
    }
    return handlers;
  }

  /** Where middleware answers with success, requests were meant for it, or it repeats what the handler once sent. */
  #dropSuccesses(): void {
    const { answers } = this.#observed;
    const kept = answers.filter(
      ({ status, isDeclared }) => isDeclared === true || status === "default" || status >= 300,
    );
    answers.splice(0, answers.length, ...kept);
  }

  // ── Registrations ───────────────────────────────────────────────────────────────────────────

  #observeRegistration({ chain }: Use, file: string): void {
    const call = chain.steps.findLast((step) => step.do === "call");
    if (call?.do !== "call") return;
    const frame: Frame = { file, bindings: new Map() };
    const { options, result, procedures } = this.#conventions;
    if (procedures) {
      this.#observeProcedure(procedures, chain, frame);
      return;
    }
    if (options) this.#observeOptions(options, call.arguments, frame);
    if (result?.constant !== undefined && !this.#route.handler)
      this.#answers.addConstant(argumentAt(call.arguments, result.constant, frame));
    for (const argument of call.arguments.flatMap((each) => (each.is === "array" ? each.elements : [each])))
      this.#observeBefore(argument, frame);
  }

  #observeProcedure(shape: ProcedureConventions, chain: Chain, frame: Frame): void {
    const { registration, method } = this.#route;
    const built = builtProcedure(shape, chain, frame, this.#code);
    for (const { value, frame: at } of built.before) this.#observeBefore(value, at);
    const at = { file: registration.file, span: registration.call };
    this.#answers.envelope = observeProcedure(shape, built, method, at, this.#observed);
    const names = procedureNames(this.#route.path);
    this.#observed.texts.operationId = names.operationId;
    this.#observed.texts.tags = names.tags;
  }

  #observeOptions(options: OptionsShape, given: readonly Written[], frame: Frame): void {
    observeOptions(options, given, frame, this.#named, this.#conventions.result?.status ?? 200, this.#observed);
    for (const at of options.before ?? []) {
      const found = argumentAt(given, at, frame);
      for (const each of found?.value.is === "array" ? found.value.elements : found ? [found.value] : [])
        this.#observeBefore(each, frame);
    }
  }

  /** What runs before the handler: a function, or what a call makes. */
  #observeBefore(value: Written, frame: Frame, roles: readonly Role[] = this.#conventions.roles): void {
    this.#guards.together(() => {
      this.#runBefore(value, frame, roles);
    });
  }

  #runBefore(value: Written, frame: Frame, roles: readonly Role[]): void {
    const { handler } = this.#route;
    this.#fields.observe(value, frame);
    if (value.is === "chain") this.#guards.observeConfigured(value.chain, frame, value.span);
    const target = this.#functionOf(value, frame);
    const answer = target && this.#code.function(target);
    if (target && answer) {
      if (target.file !== handler?.file || target.span.start !== handler.span.start)
        this.#handle(target, answer, 1, roles);
      return;
    }
    if (value.is !== "chain") return;
    if (this.#runNamed(value.chain, frame)) return;
    const kept = this.#code.madeBy(frame.file, value.chain);
    if (kept) {
      this.#observeBefore(kept.value, { file: kept.file, bindings: new Map() }, roles);
      return;
    }
    if (
      observeDescription(value.chain, frame, this.#conventions, this.#code, this.#observed) ||
      observeValidator(value.chain, frame, this.#conventions, this.#code, this.#observed) ||
      this.#guards.observeSecurity(value.chain, frame)
    )
      return;
    observeUploads(value.chain, frame, this.#conventions.uploads ?? [], this.#code, this.#observed);
    const { middleware = [] } = this.#conventions;
    for (const { target: inner, answer: read, bindings } of [
      ...givenFunctions(value.chain, frame, middleware, this.#code),
      ...madeFunctions(value.chain, frame, roles, this.#code),
    ])
      this.#visit(inner, read, { file: inner.file, bindings }, 1);
  }

  /** What the application has under a name, or puts together: `app.authenticate`, `app.auth([app.authenticate])`. */
  #runNamed(chain: Chain, frame: Frame): boolean {
    const { namedMembers, roles } = this.#conventions;
    const last = chain.steps.at(-1);
    const member = last?.do === "call" ? chain.steps.at(-2) : last;
    if (!namedMembers || member?.do !== "member" || !last) return false;
    if (last.do === "call") {
      if (!namedMembers.combine.includes(member.name)) return false;
      for (const each of last.arguments.flatMap((value) => (value.is === "array" ? value.elements : [])))
        this.#runBefore(each, frame, roles);
      return true;
    }
    const held = this.#members.of(chain);
    if (held) this.#runBefore(held.value, held.frame, roles);
    const known = held ? undefined : namedMembers.known[member.name];
    if (known)
      this.#guards.observeKnown(known, { file: frame.file, span: { start: member.offset, end: member.offset } });
    return held !== undefined || known !== undefined;
  }

  /** The function that the value is, where it is written out or declared. */
  #functionOf(value: Written, frame: Frame): CodeFunction | undefined {
    const { value: written, frame: at } = resolved(value, frame);
    if (written.is === "function") return { file: at.file, span: written.function };
    return written.is === "chain" && !hasCall(written.chain) ? this.#code.calledBy(at.file, written.chain) : undefined;
  }

  // ── What functions do ───────────────────────────────────────────────────────────────────────

  #visit(target: CodeFunction, answer: HandlerAnswer, frame: Frame, depth: number): void {
    const key = `${target.file}#${String(target.span.start)}`;
    if (this.#visiting.has(key)) return;
    this.#visiting.add(key);
    let reached = 0;
    for (const use of answer.uses) {
      if (!this.#branches.mayRun(use, frame)) continue;
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
      if (depth < MAX_DEPTH) this.#follow(use, frame, depth);
      if (this.#error && this.#branches.isSpecific(use, this.#error, frame))
        for (let index = before; index < answers.length; index++) {
          const answer = answers[index];
          if (answer) answers[index] = { ...answer, isSpecific: true };
        }
    }
    this.#visiting.delete(key);
  }

  /** Helpers answer and throw on behalf of the handler. */
  #follow(use: Use, frame: Frame, depth: number): void {
    const { chain } = use;
    const target = hasCall(chain) ? this.#calledBy(chain, frame) : undefined;
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
    this.#visit(target, answer, { file: target.file, bindings, ...(within.length > 0 && { within }) }, depth + 1);
    if (isHandedOn) this.#reads.observeResult(use, reads.slice(read), frame);
    if (!isHandedOn && answers.length + reads.length + validations.length === before) this.#code.silent.add(key);
  }

  /** The function that a chain calls first: a declared one, or one that the caller passed. */
  #calledBy(chain: Chain, frame: Frame): CodeFunction | undefined {
    const [first] = chain.steps;
    if (chain.root.is !== "parameter" || first?.do !== "call") return this.#code.calledBy(frame.file, chain);
    return this.#functionOf({ is: "chain", chain: { root: chain.root, steps: [] }, span: first.span }, frame);
  }
}
