/** Sees how handlers answer: through objects that send, by what they return, and by the errors that they throw. */
import type { ChainStep, HandlerAnswer, ReadDecorator, Use, Written } from "../handler-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { AnswerShape, Conventions, DecoratorConventions } from "./conventions.js";
import { decoratedStatus, roleOf } from "./decorated.js";
import {
  argumentAt,
  type Bound,
  type Expression,
  type Frame,
  literalOf,
  parameterKey,
  placeOf,
  resolved,
  typeSource,
} from "./frames.js";
import type { ObservedAnswer, SchemaSource } from "./observed.js";
import { inside } from "./procedures.js";
import { type Place, placePattern, restAfter } from "./place-pattern.js";
import { namedStatuses, NOTHING, type Settled, settle, Settlements, type Status, statusesOf } from "./settled.js";
import { constructedError, knownError, type Thrown } from "./thrown.js";

/** An error that is thrown, or made in order to be. */
export interface FoundError {
  readonly thrown: Thrown;
  readonly status: Status | undefined;
  readonly at: Expression;
  /** What it is answered with where nothing else does. */
  readonly contentType?: string;
}

export class Answers {
  readonly #conventions: Conventions;
  readonly #code: Code;
  readonly #found: ObservedAnswer[];
  readonly #settlements = new Settlements();
  /** What is sent once everything has run, without a status until then. */
  readonly #deferred: { readonly index: number; readonly use: Use }[] = [];
  readonly errors: FoundError[] = [];
  /** The properties that results are sent in, from the outside in. */
  envelope: readonly string[] = [];
  /** An error handler leaves the answer to the framework. */
  isErrorPassed = false;

  /** @param found takes what is observed but errors, which others may answer */
  constructor(conventions: Conventions, code: Code, found: ObservedAnswer[]) {
    this.#conventions = conventions;
    this.#code = code;
    this.#found = found;
  }

  /** What a chain says of the answer: it settles something, sends it, or makes an error. */
  observe(use: Use, place: Place, frame: Frame): void {
    for (const shape of this.#conventions.responses)
      for (const at of shape.at) {
        const rest = restAfter(place, placePattern(at));
        if (rest && rest.length > 0) this.walk(rest, shape.members, use, frame);
      }
    this.observeStream(use, frame);
    if (this.#conventions.errorPassed?.some((at) => restAfter(place, placePattern(at))?.length === 0))
      this.isErrorPassed = true;
    this.observeError(use, place, frame);
  }

  /** `createReadStream(file).pipe(response)`, `pipeline(rows, response)`. */
  private observeStream(use: Use, frame: Frame): void {
    const { streamedBy = [], responses } = this.#conventions;
    const { root, steps } = use.chain;
    for (const [index, step] of steps.entries()) {
      const callee = index === 0 ? root : steps[index - 1];
      if (step.do !== "call" || !callee || !("name" in callee) || !streamedBy.includes(callee.name)) continue;
      const isSent = step.arguments.some((each) => {
        const place = each.is === "chain" ? placeOf(each.chain, frame, this.#code) : undefined;
        return place && responses.some(({ at }) => at.some((own) => restAfter(place, placePattern(own))?.length === 0));
      });
      if (isSent) this.send({ sends: true, contentType: "application/octet-stream" }, [], NOTHING, use, frame);
    }
  }

  private walk(
    steps: readonly ChainStep[],
    members: Readonly<Record<string, AnswerShape>>,
    use: Use,
    frame: Frame,
  ): void {
    let settled: Settled = NOTHING;
    const [first] = steps;
    let at = 0;
    if (first?.do === "call") {
      const made = members[first.isNew === true ? "new" : "()"];
      if (!made) return;
      this.send(made, first.arguments, NOTHING, use, frame);
      return;
    }
    for (; at < steps.length; at += 2) {
      const [member, call] = steps.slice(at, at + 2);
      if (member?.do !== "member") return;
      if (call?.do !== "call") {
        const shape = use.assigned && call === undefined ? members[`${member.name}=`] : undefined;
        if (shape && use.assigned) {
          if (shape.sends === true) this.send(shape, [use.assigned], settled, use, frame);
          else settled = settle(shape, [use.assigned], settled, frame);
        }
        break;
      }
      const shape = members[member.name];
      if (!shape) return;
      if (shape.sends === true) {
        this.send(shape, call.arguments, settled, use, frame);
        return;
      }
      settled = settle(shape, call.arguments, settled, frame);
    }
    if (settled === NOTHING) return;
    this.#settlements.add(settled, use, frame);
    this.settleDeferred(settled, use);
  }

  /** `ctx.body = user; ctx.status = 201;` */
  private settleDeferred({ statuses: [status] = [] }: Settled, { block, function: by }: Use): void {
    if (status === undefined) return;
    for (const { index, use } of this.#deferred) {
      const found = this.#found[index];
      if (found && use.block.start === block.start && use.function.start === by.start)
        this.#found[index] = { ...found, status };
    }
  }

  private send(shape: AnswerShape, given: readonly Written[], chained: Settled, use: Use, frame: Frame): void {
    const before = this.#settlements.before(use, frame);
    const { contentType: usual, ...told } = shape;
    const settled = settle(told, given, chained, frame);
    const statuses = settled.statuses ?? before.statuses ?? [200];
    const body = shape.body === undefined ? undefined : argumentAt(given, shape.body, frame);
    const bodyPlace = body?.value.is === "chain" ? placeOf(body.value.chain, body.frame, this.#code) : undefined;
    if (bodyPlace?.root.is === "role" && bodyPlace.root.role === "error" && bodyPlace.steps.length === 0) {
      this.isErrorPassed = true;
      return;
    }
    const json = body && this.asJson(body);
    const isEmpty = body?.value.is === "literal" && body.value.value === null && shape.contentType === undefined;
    const instead = body ? undefined : shape.emptyAs;
    const contentType =
      settled.contentType ?? before.contentType ?? usual ?? instead ?? (json ? "application/json" : undefined);
    const isJson = contentType?.includes("json") === true;
    const sent = json && isJson ? json : body;
    const hasBody =
      shape.isRedirect !== true &&
      (body ? !isEmpty : instead !== undefined || (shape.body === undefined && contentType !== undefined));
    if (shape.isDeferred === true && !settled.statuses && !before.statuses)
      this.#deferred.push({ index: this.#found.length, use });
    for (const status of statuses)
      this.#found.push({
        status,
        at: { file: frame.file, span: use.span },
        hasBody,
        ...(sent && hasBody && { source: this.sourceOf(sent.value, sent.frame) }),
        ...(hasBody && contentType !== undefined && { contentType }),
        headers: [...before.headers, ...settled.headers],
        ...(shape.isRedirect === true && { isRedirect: true }),
      });
  }

  /** What a text is made of that is sent as JSON: `response.end(JSON.stringify(user))`. */
  private asJson({ value, frame }: { readonly value: Written; readonly frame: Frame }) {
    if (value.is !== "chain") return undefined;
    const place = placeOf(value.chain, frame, this.#code);
    const call = value.chain.steps.at(-1);
    const isJson = restAfter(place, placePattern("global#JSON.stringify()"))?.length === 0;
    return isJson && call?.do === "call" ? argumentAt(call.arguments, "0", frame) : undefined;
  }

  // ── Errors ──────────────────────────────────────────────────────────────────────────────────

  private observeError(use: Use, place: Place, frame: Frame): void {
    const { errors = [] } = this.#conventions;
    const at = { file: frame.file, span: use.span };
    const own = constructedError(use.chain, frame, this.#code, this.#conventions);
    if (own) this.errors.push({ thrown: own, status: own.status, at });
    for (const shape of errors) {
      const rest = restAfter(place, placePattern(shape.at));
      if (rest?.length !== 0) continue;
      const call = place.steps.findLast((step) => step.do === "call");
      const given = call?.do === "call" ? call.arguments : [];
      const statuses = shape.named
        ? namedStatuses(shape.named, String(shape.status), given, frame)
        : (statusesOf(shape.status, given, frame) ?? []);
      const { contentType } = shape;
      for (const status of statuses)
        this.errors.push({
          thrown: knownError(undefined, status),
          status,
          at,
          ...(contentType !== undefined && { contentType }),
        });
    }
    const known = this.knownClass(place);
    if (known) this.errors.push({ thrown: knownError(known.name, known.status), status: known.status, at });
  }

  /** `new NotFoundException()`, `createError.NotFound()`. */
  private knownClass({ root, steps }: Place): { readonly name: string; readonly status: number } | undefined {
    const call = steps.findIndex((step) => step.do === "call");
    const classes = root.is === "external" ? this.#conventions.errorClasses?.[root.module] : undefined;
    if (!classes || root.is !== "external" || call < 0) return undefined;
    const before = steps[call - 1];
    const name = before?.do === "member" ? before.name : root.steps.at(-1);
    const status = name === undefined ? undefined : classes[name];
    return name === undefined || status === undefined ? undefined : { name, status };
  }

  /** What turns requests away does so as an error. */
  refuse(status: number, at: Expression): void {
    this.errors.push({ thrown: knownError(undefined, status), status, at });
  }

  /** Answers an error as the framework does. */
  addError({ status, at, contentType }: FoundError): void {
    if (status === undefined) return;
    const { errorBody } = this.#conventions;
    const isText = contentType !== undefined && !contentType.includes("json");
    this.#found.push({
      status,
      at,
      hasBody: true,
      contentType: contentType ?? (errorBody ? "application/json" : this.#conventions.text),
      source: { of: "schema", schema: errorBody && !isText ? errorBody : { type: "string" } },
      headers: [],
    });
  }

  // ── What is returned ────────────────────────────────────────────────────────────────────────

  /** What the handler returns is sent, unless it has answered otherwise. */
  addResult(handler: CodeFunction, answer: HandlerAnswer, method: string): void {
    const { result, decorators } = this.#conventions;
    if (!result) return;
    const frame: Frame = { file: handler.file, bindings: new Map() };
    const returned = answer.returns.filter(({ function: by }) => by.start === handler.span.start);
    const sent = returned.filter(({ value }) => !this.isAnswer(value, handler, answer));
    const redirects = answer.decorators.find(({ name }) => decorators?.redirect.includes(name) === true);
    const coded = answer.decorators.find(({ name }) => decorators?.status.includes(name) === true);
    const hasAnswered = this.#found.some(({ status }) => status !== "default" && status < 400);
    if (returned.length > 0 ? sent.length === 0 : hasAnswered || this.answersItself(answer)) return;
    const contentType = sentAs(answer.decorators, decorators, frame);
    const encrypted = answer.decorators
      .map(({ owner = "" }) => decorators?.encrypted?.[owner])
      .find((each) => each !== undefined);
    const decorated =
      (coded && codedStatuses(coded, frame)) ?? (redirects && statusesOf(["1", "302"], redirects.arguments, frame));
    const usual = decorated ?? [result.byMethod?.[method] ?? result.status];
    const ofNothing = answer.decorators.find(({ name }) => decorators?.nothing?.includes(name) === true);
    const statusOfNothing = (ofNothing && decoratedStatus(ofNothing, frame)) ?? result.nothing;
    const description = coded?.arguments[1] && literalOf(coded.arguments[1], frame);
    const { end } = handler.span;
    const ends = sent.length > 0 ? sent.map(({ value }) => value.span) : [{ start: end - 1, end: end - 1 }];
    const settled = ends.map((span) => (decorated ? undefined : this.#settlements.statusesAt(span, handler)));
    const isSame = settled.every((each) => String(each) === String(settled[0]));
    // Where every branch is sent alike, the declared type of the result says most.
    const sources =
      sent.length === returned.length && isSame
        ? [
            {
              source: {
                of: "result",
                direction: "output",
                file: handler.file,
                function: handler.span,
                ...(result.instead && { instead: result.instead }),
              } as const,
              statuses: settled[0] ?? usual,
            },
          ]
        : sent.map(({ value }, index) => ({
            source: this.sourceOf(value, frame),
            statuses: settled[index] ?? usual,
          }));
    for (const { source, statuses } of sources)
      for (const status of statuses)
        this.#found.push({
          status,
          at: { file: handler.file, span: handler.span },
          hasBody: redirects === undefined,
          ...(redirects ? { isRedirect: true } : { source: inside(this.envelope, source) }),
          ...(contentType !== undefined && { contentType }),
          ...(encrypted !== undefined && { contentType: encrypted, isEncrypted: true }),
          ...(statuses === usual && !decorated && statusOfNothing !== undefined && { statusOfNothing }),
          ...(typeof description === "string" && { description }),
          headers: [],
        });
  }

  /** A value that stands where a handler may is sent as it is. */
  addConstant(value: { readonly value: Written; readonly frame: Frame } | undefined): void {
    const { result } = this.#conventions;
    if (value?.value.is !== "literal" || !result) return;
    this.#found.push({
      status: result.status,
      at: { file: value.frame.file, span: value.value.span },
      hasBody: true,
      source: this.sourceOf(value.value, value.frame),
      headers: [],
    });
  }

  /** What was settled is sent, where nothing else is: `ctx.status = 204`. */
  addSettled(handler: CodeFunction): void {
    if (this.#found.some(({ status }) => status !== "default" && status < 400)) return;
    const { statuses = [], contentType } = this.#settlements.atEnd(handler);
    // Of what is sent in pieces, the head says what it is.
    const body = { hasBody: true, source: { of: "schema", schema: { type: "string" } } } as const;
    for (const status of statuses)
      if (!this.#found.some((each) => each.status === status))
        this.#found.push({
          status,
          at: { file: handler.file, span: handler.span },
          ...(contentType === undefined ? { hasBody: false } : { ...body, contentType }),
          headers: [],
        });
  }

  private sourceOf(value: Written, frame: Frame): SchemaSource {
    const { value: written, frame: at } = resolved(value, frame);
    if (written.is === "literal" && typeof written.value === "string")
      return { of: "schema", schema: { type: "string" } };
    const source = typeSource(at, written.span, "output");
    if (written.is !== "object") return source;
    const known = written.properties.flatMap((property): [string, SchemaSource][] => {
      const found = this.passed(property.value, at);
      return found ? [[property.name, found]] : [];
    });
    return known.length === 0 ? source : { of: "filled", source, properties: Object.fromEntries(known) };
  }

  /** What a helper puts in an envelope is what its caller gave: `response.json({ data })`. */
  private passed(value: Written, frame: Frame): SchemaSource | undefined {
    const { value: passed, frame: outer } = resolved(value, frame);
    if (passed.is === "literal") return undefined;
    if (outer !== frame) return typeSource(outer, passed.span, "output");
    const { root, steps } =
      value.is === "chain" ? placeOf(value.chain, frame, this.#code) : ({ root: undefined, steps: [] } as const);
    const [member, ...others] = steps;
    const isText = member?.do === "member" && others.length === 0 && TEXTS_OF_ERRORS.has(member.name);
    return isText && root?.is === "role" && root.role === "error"
      ? { of: "schema", schema: { type: "string" } }
      : undefined;
  }

  /** The handler is handed an object to answer through. */
  private answersItself({ parameters }: HandlerAnswer): boolean {
    const roles = this.#conventions.decorators?.roles;
    return (
      roles !== undefined && parameters.some((each) => each.decorators.some(({ name }) => roles[name] === "response"))
    );
  }

  /** Requests are read from what an answer is sent by. */
  private isRead(at: string): boolean {
    const { role } = placePattern(at);
    return role !== undefined && this.#conventions.reads.some((read) => placePattern(read.at).role === role);
  }

  /** The value is what sending it returns, or the object itself. */
  private isAnswer(value: Written, { file, span }: CodeFunction, { parameters }: HandlerAnswer): boolean {
    if (value.is !== "chain") return false;
    const { roles, decorators } = this.#conventions;
    const bindings = new Map<string, Bound>();
    for (const [index, parameter] of parameters.entries()) {
      const role = roleOf(parameter, decorators, roles[index]);
      if (role !== undefined) bindings.set(parameterKey(span.start, index), { is: "role", role });
    }
    const place = placeOf(value.chain, { file, bindings }, this.#code);
    if (place.root.is === "role" && place.root.role === "this") return false;
    // What answers may be what was asked: `({ body }) => body`.
    if (this.#conventions.reads.some(({ at }) => restAfter(place, placePattern(at)) !== undefined)) return false;
    return this.#conventions.responses.some(({ at, members }) =>
      at.some((each) => {
        const rest = restAfter(place, placePattern(each));
        const [member] = rest ?? [];
        // What requests are read from as well holds other things besides: `({ user }) => user`.
        const isOther = member?.do === "member" && !Object.hasOwn(members, member.name) && this.isRead(each);
        return rest !== undefined && !isOther;
      }),
    );
  }
}

/** What decorators say that the answer is sent as: `@Sse()`, `@Header("Content-Type", "application/pdf")`. */
function sentAs(
  all: readonly ReadDecorator[],
  { sentAs: known = {}, headers = [] }: Partial<DecoratorConventions> = {},
  frame: Frame,
): string | undefined {
  for (const { name, arguments: given } of all) {
    const own = known[name];
    if (own !== undefined) return own;
    const [header, value] = given.map((each) => literalOf(each, frame));
    if (headers.includes(name) && String(header).toLowerCase() === "content-type" && typeof value === "string")
      return value;
  }
  return undefined;
}

function codedStatuses(decorator: ReadDecorator, frame: Frame): readonly Status[] | undefined {
  const status = decoratedStatus(decorator, frame);
  return status === undefined ? statusesOf("0", decorator.arguments, frame) : [status];
}

/** What every error has, whatever its type says. */
const TEXTS_OF_ERRORS = new Set(["message", "name", "stack"]);
