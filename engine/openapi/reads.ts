/** Sees how code reads the parts of requests, checks them against schemas and turns them into other values. */
import type { Span } from "../facts/facts.js";
import type { Chain, ChainStep, HandlerAnswer, Use, Written } from "../handler-reader.js";
import type { SchemaRequest } from "../schema-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { Conventions, ReadShape } from "./conventions.js";
import { observeDecorators } from "./decorated.js";
import { expressionOf, type Frame, literalOf, placeOf, resolved, typeSource } from "./frames.js";
import type { Observed, ObservedRead, SchemaSource } from "./observed.js";
import { placePattern, restAfter } from "./place-pattern.js";
import { securityRead } from "./security.js";
import { VALIDATION_ERROR } from "./thrown.js";
import { CHECKS, COERCIONS, THROWING_CHECKS } from "./validation-calls.js";

export class Reads {
  readonly #conventions: Conventions;
  readonly #code: Code;
  readonly #observed: Observed;

  /** @param observed takes what is seen */
  constructor(conventions: Conventions, code: Code, observed: Observed) {
    this.#conventions = conventions;
    this.#code = code;
    this.#observed = observed;
  }

  /** What the use reads, and what is done with what it hands on. */
  observe(use: Use, frame: Frame): void {
    this.observeRead(use, frame);
    for (const [index, step] of use.chain.steps.entries())
      if (step.do === "call") this.observeArguments(use, step, index, frame);
  }

  private observeRead(use: Use, frame: Frame): void {
    const read = this.readOf(use.chain, frame);
    if (!read) return;
    const { shape, name, rest } = read;
    if (use.assigned) return;
    const credential = name === undefined ? undefined : securityRead(shape.part, name, rest);
    if (credential) this.#observed.security.push(credential);
    const checked = shape.isChecked === true ? use.chain.steps.findLast((step) => step.do === "call") : undefined;
    const typeArgument = use.chain.steps.find((step) => step.do === "call" && step.typeArguments.length > 0);
    const sources: SchemaRequest[] = [
      ...(checked?.do === "call" ? [typeSource(frame, checked.span, "input")] : []),
      ...(use.typed && rest.length === 0 ? [typeSource(frame, use.typed, "input")] : []),
      ...(typeArgument?.do === "call" && name === undefined
        ? [{ of: "type-argument", direction: "input", file: frame.file, span: typeArgument.span, index: 0 } as const]
        : []),
      ...(rest.length === 0 ? [expectedSource(frame, use.span)] : []),
    ];
    this.#observed.reads.push({
      part: shape.part,
      shape,
      ...(name !== undefined && { name }),
      at: { file: frame.file, span: use.span },
      ...(shape.contentType !== undefined && { contentType: shape.contentType }),
      ...(shape.file && { file: shape.file }),
      ...(use.default && { default: resolved(use.default, frame).value }),
      sources,
    });
  }

  /** What of the request a chain reads: the shape, the name of the parameter, and what is done with it then. */
  private readOf(
    chain: Chain,
    frame: Frame,
  ): { readonly shape: ReadShape; readonly name?: string; readonly rest: readonly ChainStep[] } | undefined {
    const place = placeOf(chain, frame, this.#code);
    let best: { readonly shape: ReadShape; readonly rest: readonly ChainStep[] } | undefined;
    for (const shape of this.#conventions.reads) {
      const rest = restAfter(place, placePattern(shape.at));
      if (rest && (!best || rest.length < best.rest.length)) best = { shape, rest };
    }
    if (!best) return undefined;
    const { shape, rest } = best;
    const call = place.steps[place.steps.length - rest.length - 1];
    if (shape.partAt !== undefined) {
      const argument = call?.do === "call" ? call.arguments[shape.partAt] : undefined;
      const part = this.#conventions.parts?.[String(argument && literalOf(argument, frame))];
      return part && { shape: { ...shape, ...part }, rest: [] };
    }
    if (shape.named !== undefined) {
      const argument = call?.do === "call" ? call.arguments[shape.named] : undefined;
      const name = argument && literalOf(argument, frame);
      if (typeof name === "string") return { shape, name, rest };
      if (argument) return undefined;
    }
    // What is done with a file is none of the form's.
    if (shape.file && shape.file.isArray !== true) return { shape, rest };
    const [member, next] = rest;
    // What is called is a method, no parameter: `request.body.toString()`.
    if (member?.do !== "member" || (next?.do === "call" && rest.length === 2 && METHODS.has(member.name)))
      return { shape, rest };
    return member.name === "[]" ? { shape, rest } : { shape, name: member.name, rest: rest.slice(1) };
  }

  /**
   * What a helper has read is what its call gives: `const input: NewUser = await readBody(request)`.
   *
   * @param read what it has read
   */
  observeResult({ chain, span, typed }: Use, read: readonly ObservedRead[], frame: Frame): void {
    const body = read.findLast(({ part, name, file }) => part === "body" && name === undefined && !file);
    const [member, next, ...others] = chain.steps.slice(chain.steps.findIndex((step) => step.do === "call") + 1);
    if (!body || next?.do === "call" || (member && member.do !== "member")) return;
    const isAll = next === undefined && others.length === 0;
    this.#observed.reads.push({
      part: "body",
      ...(member && { name: member.name }),
      at: { file: frame.file, span },
      ...(body.contentType !== undefined && { contentType: body.contentType }),
      sources: isAll
        ? [...(typed && member ? [typeSource(frame, typed, "input")] : []), expectedSource(frame, span)]
        : [],
    });
  }

  // ── Values that are handed on ───────────────────────────────────────────────────────────────

  private observeArguments(use: Use, call: ChainStep & { do: "call" }, index: number, frame: Frame): void {
    const { chain } = use;
    const callee = index === 0 ? undefined : chain.steps[index - 1];
    const name =
      callee?.do === "member" ? callee.name : chain.root.is === "name" && index === 0 ? chain.root.name : undefined;
    for (const [position, argument] of call.arguments.entries()) {
      if (argument.is === "object" && CHECKS.has(name ?? "")) {
        for (const property of argument.properties)
          this.observeChecked(use, index, call, property.value, frame, property.name);
        continue;
      }
      if (argument.is !== "chain") continue;
      if (CHECKS.has(name ?? "") && this.isWhole(argument.chain, frame)) {
        this.observeCheckedWhole(use, index, call, argument, frame);
        continue;
      }
      const read = this.readOf(argument.chain, frame);
      if (!read || read.rest.length > 0) continue;
      const coerced = index === 0 && name !== undefined ? COERCIONS[name] : undefined;
      if (coerced) this.note(argument, frame, { coerced });
      else if (CHECKS.has(name ?? "")) this.observeChecked(use, index, call, argument, frame);
      else {
        const target = this.#code.calledBy(frame.file, chain);
        const isFirstCall = chain.steps.findIndex((step) => step.do === "call") === index;
        const declares = target && this.#code.function(target)?.parameters[position]?.isTyped;
        if (target && isFirstCall && declares === true) {
          const source = {
            of: "parameter",
            direction: "input",
            file: target.file,
            function: target.span,
            index: position,
          } as const;
          this.note(argument, frame, { sources: [source] });
        }
      }
    }
  }

  /** `schema.parse(request.body)`, `parse(schema, request.body)`. */
  private observeChecked(
    use: Use,
    index: number,
    call: ChainStep & { do: "call" },
    checked: Written,
    frame: Frame,
    property?: string,
  ): void {
    const read = checked.is === "chain" ? this.readOf(checked.chain, frame) : undefined;
    if (!read || read.name !== undefined || read.rest.length > 0) return;
    const schema = this.schemaOf(use, index, call, checked, frame);
    if (!schema) return;
    const callee = use.chain.steps[index - 1];
    const name = callee?.do === "member" ? callee.name : undefined;
    this.#observed.validations.push({
      part: read.shape.part,
      source: { of: "validator", direction: "input", ...schema },
      ...(name !== undefined && THROWING_CHECKS.has(name) && { failureError: VALIDATION_ERROR }),
      ...(property !== undefined && { property }),
      ...(read.shape.contentType !== undefined && { contentType: read.shape.contentType }),
    });
  }

  /** `schema.parse(request)`: the schema's properties speak of the parts. */
  private observeCheckedWhole(
    use: Use,
    index: number,
    call: ChainStep & { do: "call" },
    checked: Written,
    frame: Frame,
  ): void {
    const schema = this.schemaOf(use, index, call, checked, frame);
    const callee = use.chain.steps[index - 1];
    const isThrowing = callee?.do === "member" && THROWING_CHECKS.has(callee.name);
    for (const [property, part] of Object.entries(this.#conventions.whole?.parts ?? {}))
      if (schema)
        this.#observed.validations.push({
          part,
          source: { of: "validator", direction: "input", ...schema },
          property,
          isPartial: true,
          ...(isThrowing && { failureError: VALIDATION_ERROR }),
        });
  }

  /** What a middleware is handed may be schemas of the parts of requests, however it checks them: `validate({ body, query })`. */
  observeHanded({ steps }: Chain, frame: Frame): void {
    const call = steps.findLast((step) => step.do === "call");
    for (const argument of call?.do === "call" ? call.arguments : []) {
      const { value } = resolved(argument, frame);
      if (value.is !== "object" && (value.is !== "chain" || isMade(value.chain))) continue;
      const source = { of: "validator", direction: "input", ...expressionOf(argument, frame) } as const;
      for (const [property, part] of Object.entries(this.#conventions.whole?.parts ?? {}))
        this.#observed.validations.push({ part, source, property, isPartial: true });
    }
  }

  private isWhole(chain: Chain, frame: Frame): boolean {
    const place = placeOf(chain, frame, this.#code);
    return this.#conventions.whole?.at.some((at) => restAfter(place, placePattern(at))?.length === 0) === true;
  }

  /** The other argument, or what the called member is a member of. */
  private schemaOf(
    use: Use,
    index: number,
    call: ChainStep & { do: "call" },
    checked: Written,
    frame: Frame,
  ): { file: string; span: Span } | undefined {
    const other = call.arguments.find((each) => each !== checked && each.is === "chain" && checked.is === "chain");
    return other ? expressionOf(other, frame) : this.receiverOf(use, index, frame);
  }

  /** What the member before the call is a member of. */
  private receiverOf({ chain, span }: Use, index: number, frame: Frame): { file: string; span: Span } | undefined {
    const steps = chain.steps.slice(0, Math.max(index - 1, 0));
    if (index === 0) return undefined;
    if (chain.root.is === "parameter") {
      const value: Written = { is: "chain", chain: { root: chain.root, steps }, span };
      const found = resolved(value, frame);
      return found.value === value ? undefined : { file: found.frame.file, span: found.value.span };
    }
    const last = steps.at(-1);
    const { root } = chain;
    const end =
      last?.do === "call"
        ? last.span.end
        : last?.do === "member"
          ? last.offset + last.name.length
          : root.is === "name"
            ? root.offset + root.name.length
            : undefined;
    const start = root.is === "name" ? root.offset : span.start;
    return end === undefined ? undefined : { file: frame.file, span: { start, end } };
  }

  /** Adds to what is known of the value that is read there. */
  private note(
    argument: Written,
    frame: Frame,
    more: { coerced?: ObservedRead["coerced"]; sources?: readonly SchemaSource[] },
  ): void {
    const read = argument.is === "chain" ? this.readOf(argument.chain, frame) : undefined;
    if (!read) return;
    this.#observed.reads.push({
      part: read.shape.part,
      ...(read.name !== undefined && { name: read.name }),
      ...(read.shape.contentType !== undefined && { contentType: read.shape.contentType }),
      at: { file: frame.file, span: argument.span },
      sources: more.sources ?? [],
      ...(more.coerced && { coerced: more.coerced }),
    });
  }

  // ── What is declared ────────────────────────────────────────────────────────────────────────

  /** The types of the handler's parameters: of those that stand for the request, and of those with decorators. */
  addDeclared(handler: CodeFunction, answer: HandlerAnswer): void {
    const { decorators, reads, roles } = this.#conventions;
    if (decorators) observeDecorators(decorators, handler, answer, this.#code, this.#observed);
    for (const shape of reads) {
      const { role, steps } = placePattern(shape.at);
      const [property, ...others] = steps;
      const index = role === undefined ? -1 : roles.indexOf(role);
      if (index < 0 || property === undefined || others.length > 0 || shape.file || index >= answer.parameters.length)
        continue;
      const source = {
        of: "parameter",
        direction: "input",
        file: handler.file,
        function: handler.span,
        index,
        property,
      } as const;
      const isRead = this.#observed.reads.some((read) => read.shape?.at === shape.at);
      this.#observed.declared.push({ part: shape.part, source, ...(!isRead && { isUnread: true }) });
    }
  }
}

const METHODS = new Set([
  "toString",
  "hasOwnProperty",
  "map",
  "filter",
  "forEach",
  "get",
  "has",
  "entries",
  "keys",
  "values",
]);

/** What is wanted where a value stands of which nothing is known. */
function expectedSource(frame: Frame, span: Span): SchemaRequest {
  return { ...typeSource(frame, span, "input"), isExpected: true };
}

/** Whether calls give the value; to load a module is none. */
function isMade({ root, steps }: Chain): boolean {
  const isLoaded = root.is === "name" && root.name === "require";
  return steps.slice(isLoaded ? 1 : 0).some((step) => step.do === "call");
}
