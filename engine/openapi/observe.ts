/** Sees how a handler, what runs before it and what it calls read the request and answer it, by a framework's conventions. */
import type { Span } from "../facts/facts.js";
import type { Chain, Use, Written } from "../handler-reader.js";
import type { Maker } from "../schema-reader.js";
import { Answers } from "./answers.js";
import type { TestedRoute } from "./branches.js";
import { decoratorChain } from "./chains.js";
import { decoratorsOf } from "./class-decorators.js";
import type { Code, CodeFunction } from "./code.js";
import { type Companion, decoratedCompanions, globalCompanions } from "./companions.js";
import type { Conventions, OptionsShape, ProcedureConventions, Role } from "./conventions.js";
import { argumentAt, type Expression, type Frame, literalOf, placeOf } from "./frames.js";
import { catchingFunctions, type ErrorHandler, ErrorHandlers } from "./error-handlers.js";
import { observeDescription } from "./described.js";
import { FieldValidators } from "./field-validators.js";
import { FunctionVisits, type Handling } from "./function-visits.js";
import { Guards } from "./guards.js";
import { letsThrough } from "./metadata.js";
import type { NamedMembers } from "./named-members.js";
import { procedureNames } from "./naming.js";
import { observeDeclarations } from "./decorated.js";
import type { Observed, ObservedAnswer } from "./observed.js";
import { namedSchemas, observeOptions } from "./options.js";
import { builtProcedure, observeProcedure } from "./procedures.js";
import { Reads } from "./reads.js";
import { externalName, givenFunctions, madeFunctions } from "./passed-values.js";
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
  readonly #functions: FunctionVisits;
  readonly #errorHandlers: ErrorHandlers;
  readonly #handling: Handling | undefined;
  /** What options may name. */
  readonly #named = new Map<string, Expression>();
  /** What requests are answered with whose parts are not as their declared classes want them. */
  #classFailure: number | undefined;

  constructor(route: HandledRoute, conventions: Conventions, code: Code, named: NamedMembers, handling?: Handling) {
    this.#members = named;
    this.#handling = handling;
    this.#route = route;
    this.#conventions = conventions;
    this.#code = code;
    this.#reads = new Reads(conventions, code, this.#observed);
    this.#fields = new FieldValidators(conventions.fields ?? [], route, code, this.#observed);
    this.#answers = new Answers(conventions, code, this.#observed.answers);
    this.#guards = new Guards(code, this.#observed, this.#answers);
    const seen = { observed: this.#observed, answers: this.#answers, guards: this.#guards, reads: this.#reads };
    this.#functions = new FunctionVisits(route, conventions, code, seen, handling);
    this.#errorHandlers = new ErrorHandlers(code, (by, error) =>
      new Observer({ ...route, around: [] }, conventions, code, named, { error, clause: by.clause }).answersOf(by),
    );
  }

  observe(): Observed {
    const { handler, registration, method, around } = this.#route;
    this.#errorHandlers.add(...around.flatMap((each) => this.observeAround(each)));
    this.dropSuccesses();
    const registered = this.#code.call(registration.file, registration.call)?.uses[0];
    if (registered) this.observeRegistration(registered, registration.file);
    const answer = handler && this.#code.function(handler);
    if (!handler || !answer) return this.#observed;
    const all = decoratorsOf(handler, answer, this.#route.makers, this.#conventions, this.#code);
    for (const { decorator, file } of all)
      this.#guards.together(() => {
        const [chain, frame] = [decoratorChain(decorator), { file, bindings: new Map() }];
        this.#guards.observeConfigured(chain, frame, handler.span);
        this.#guards.observeSecurity(chain, frame);
      });
    for (const each of decoratedCompanions(handler, answer, all, this.#conventions, this.#code))
      this.#guards.together(() => {
        this.observeCompanion(each, 0);
      });
    this.dropSuccesses();
    const { decorators } = this.#conventions;
    if (decorators) observeDeclarations(decorators, handler, all, this.#observed);
    this.#guards.together(() => {
      this.#functions.handle(handler, answer, 0);
    });
    this.#reads.addDeclared(handler, answer);
    this.validateClasses();
    this.#answers.addResult(handler, answer, method);
    this.#answers.addSettled(handler);
    this.#errorHandlers.answer(this.#answers, this.#observed);
    return this.#observed;
  }

  /** How a function answers an error; or that it leaves that to the framework. */
  private answersOf({ target, roles, bindings }: ErrorHandler): readonly ObservedAnswer[] | "passed" {
    const answer = this.#code.function(target);
    if (!answer) return [];
    this.#functions.handle(target, answer, 1, roles, bindings);
    const { answers } = this.#observed;
    if (answers.some(({ isSpecific }) => isSpecific)) return answers;
    if (this.#answers.isErrorPassed) return "passed";
    if (answers.length === 0 && !this.#handling?.clause) this.#answers.addResult(target, answer, "");
    return answers.map((each) => (each.status === 200 ? { ...each, status: "default" } : each));
  }

  // ── Guards, pipes and filters ───────────────────────────────────────────────────────────────

  /** @param level how far out it stands, for those that answer errors */
  private observeCompanion({ shape, value, frame }: Companion, level: number): void {
    if (value.is !== "chain") return;
    const { chain } = value;
    this.#guards.observeConfigured(chain, frame, value.span);
    observeUploads(chain, frame, this.#conventions.uploads ?? [], this.#code, this.#observed);
    const target =
      this.#code.classes.methodOf(frame.file, chain, shape.method) ?? this.#functions.functionOf(value, frame);
    const { handler } = this.#route;
    const handled = handler && this.#code.function(handler);
    const noted =
      handler && handled ? decoratorsOf(handler, handled, this.#route.makers, this.#conventions, this.#code) : [];
    if (target && letsThrough(target, noted, this.#conventions, this.#code)) return;
    if (this.#guards.observeSecurity(chain, frame)) return;
    const name = externalName(placeOf(chain, frame, this.#code));
    const status = name === undefined ? undefined : this.#conventions.knownCompanions?.[name];
    if (status !== undefined) this.#answers.refuse(status, { file: frame.file, span: value.span });
    const { classValidation } = this.#conventions;
    if (name !== undefined && name === classValidation?.at) this.#classFailure = classValidation.status;
    const base = this.#code.classes.of(frame.file, chain);
    // `class TokenGuard extends AuthGuard("jwt")`
    if (base?.class.base?.is === "chain")
      this.#guards.observeSecurity(base.class.base.chain, { file: base.file, bindings: new Map() });
    const answer = target && this.#code.function(target);
    if (!target || !answer) return;
    if (shape.roles.includes("error")) {
      this.#errorHandlers.add({ target, roles: shape.roles, level, catches: shape.catches });
      return;
    }
    this.#functions.handle(target, answer, 1, shape.roles);
    const isRefusing = answer.returns.some(
      ({ value: returned, function: by }) =>
        by.start === target.span.start && !(returned.is === "literal" && returned.value === true),
    );
    if (shape.refusal !== undefined && isRefusing)
      this.#answers.refuse(shape.refusal, { file: target.file, span: target.span });
  }

  /** The declared classes of parameters and bodies are checked by a pipe. */
  private validateClasses(): void {
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
  private observeAround({ file, call: span, member, level, isAfter }: RouteAround): readonly ErrorHandler[] {
    const handlers: ErrorHandler[] = [];
    const call = this.#code.call(file, span)?.uses[0]?.chain.steps.findLast((step) => step.do === "call");
    const shapes = (this.#conventions.around ?? []).filter(({ members }) => members.includes(member));
    if (call?.do !== "call") return [];
    const frame: Frame = { file, bindings: new Map() };
    for (const each of globalCompanions(member, call.arguments, frame, this.#conventions))
      this.#guards.together(() => {
        this.observeCompanion(each, level);
      });
    if (shapes.length === 0) return [];
    for (const { options, namesSchemas } of shapes) {
      if (options) this.observeOptions(options, call.arguments, frame);
      if (namesSchemas === true)
        for (const [name, schema] of namedSchemas(call.arguments, frame)) this.#named.set(name, schema);
    }
    const [first] = call.arguments;
    const event = first && literalOf(first, frame);
    for (const value of call.arguments.flatMap((each) => (each.is === "array" ? each.elements : [each]))) {
      const target = this.#functions.functionOf(value, frame);
      const count = target && this.#code.function(target)?.parameters.length;
      const shape = shapes.find(
        ({ events, parameters }) =>
          events?.includes(String(event)) !== false && (parameters === undefined || parameters === count),
      );
      if (shape && (shape.roles.includes("error") || shape.answersErrors === true)) {
        if (target) handlers.push({ target, roles: shape.roles, level });
      } else if (shape && isAfter !== true) {
        const catching = catchingFunctions(value, target, frame, shape.roles, this.#code);
        handlers.push(...catching.map((each) => ({ ...each, roles: [], level })));
        this.observeBefore(value, frame, shape.roles);
      }
    }
    return handlers;
  }

  /** Where middleware answers with success, requests were meant for it, or it repeats what the handler once sent. */
  private dropSuccesses(): void {
    const { answers } = this.#observed;
    const kept = answers.filter(
      ({ status, isDeclared }) => isDeclared === true || status === "default" || status >= 300,
    );
    answers.splice(0, answers.length, ...kept);
  }

  // ── Registrations ───────────────────────────────────────────────────────────────────────────

  private observeRegistration({ chain }: Use, file: string): void {
    const call = chain.steps.findLast((step) => step.do === "call");
    if (call?.do !== "call") return;
    const frame: Frame = { file, bindings: new Map() };
    const { options, result, procedures } = this.#conventions;
    if (procedures) {
      this.observeProcedure(procedures, chain, frame);
      return;
    }
    if (options) this.observeOptions(options, call.arguments, frame);
    if (result?.constant !== undefined && !this.#route.handler)
      this.#answers.addConstant(argumentAt(call.arguments, result.constant, frame));
    for (const argument of call.arguments.flatMap((each) => (each.is === "array" ? each.elements : [each])))
      this.observeBefore(argument, frame);
  }

  private observeProcedure(shape: ProcedureConventions, chain: Chain, frame: Frame): void {
    const { registration, method } = this.#route;
    const built = builtProcedure(shape, chain, frame, this.#code);
    for (const { value, frame: at } of built.before) this.observeBefore(value, at);
    const at = { file: registration.file, span: registration.call };
    this.#answers.envelope = observeProcedure(shape, built, method, at, this.#observed);
    const names = procedureNames(this.#route.path);
    this.#observed.texts.operationId = names.operationId;
    this.#observed.texts.tags = names.tags;
  }

  private observeOptions(options: OptionsShape, given: readonly Written[], frame: Frame): void {
    observeOptions(options, given, frame, this.#named, this.#conventions.result?.status ?? 200, this.#observed);
    for (const at of options.before ?? []) {
      const found = argumentAt(given, at, frame);
      for (const each of found?.value.is === "array" ? found.value.elements : found ? [found.value] : [])
        this.observeBefore(each, frame);
    }
  }

  /** What runs before the handler: a function, or what a call makes. */
  private observeBefore(value: Written, frame: Frame, roles: readonly Role[] = this.#conventions.roles): void {
    this.#guards.together(() => {
      this.runBefore(value, frame, roles);
    });
  }

  private runBefore(value: Written, frame: Frame, roles: readonly Role[]): void {
    const { handler } = this.#route;
    this.#fields.observe(value, frame);
    if (value.is === "chain") this.#guards.observeConfigured(value.chain, frame, value.span);
    const target = this.#functions.functionOf(value, frame);
    const answer = target && this.#code.function(target);
    if (target && answer) {
      if (target.file !== handler?.file || target.span.start !== handler.span.start)
        this.#functions.handle(target, answer, 1, roles);
      return;
    }
    if (value.is !== "chain") return;
    if (this.runNamed(value.chain, frame)) return;
    const kept = this.#code.madeBy(frame.file, value.chain);
    if (kept) {
      this.observeBefore(kept.value, { file: kept.file, bindings: new Map() }, roles);
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
    const { validations } = this.#observed;
    const before = validations.length;
    const made = madeFunctions(value.chain, frame, roles, this.#code);
    for (const { target: inner, answer: read, bindings } of [
      ...givenFunctions(value.chain, frame, middleware, this.#code),
      ...made,
    ])
      this.#functions.visit(inner, read, { file: inner.file, bindings }, 1);
    if (made.length > 0 && validations.length === before) this.#reads.observeHanded(value.chain, frame);
  }

  /** What the application has under a name, or puts together: `app.authenticate`, `app.auth([app.authenticate])`. */
  private runNamed(chain: Chain, frame: Frame): boolean {
    const { namedMembers, roles } = this.#conventions;
    const last = chain.steps.at(-1);
    const member = last?.do === "call" ? chain.steps.at(-2) : last;
    if (!namedMembers || member?.do !== "member" || !last) return false;
    if (last.do === "call") {
      if (!namedMembers.combine.includes(member.name)) return false;
      for (const each of last.arguments.flatMap((value) => (value.is === "array" ? value.elements : [])))
        this.runBefore(each, frame, roles);
      return true;
    }
    const held = this.#members.of(chain);
    if (held) this.runBefore(held.value, held.frame, roles);
    const known = held ? undefined : namedMembers.known[member.name];
    if (known)
      this.#guards.observeKnown(known, { file: frame.file, span: { start: member.offset, end: member.offset } });
    return held !== undefined || known !== undefined;
  }
}
