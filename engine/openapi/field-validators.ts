/** Sees validators of single fields among a route's handlers, in lists and in what functions give: `body("email").isEmail()`. */
import type { Chain, Written } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { FieldShape, RequestPart } from "./conventions.js";
import { argumentAt, type Frame, literalOf, placeOf } from "./frames.js";
import type { Observed, ObservedField } from "./observed.js";
import { passedValues } from "./passed-values.js";
import { placePattern, restAfter } from "./place-pattern.js";

/** Lists are made of lists, by functions that are given others. */
const MAX_DEPTH = 4;

export interface FieldRoute {
  readonly method: string;
  readonly path: string;
}

export class FieldValidators {
  readonly #shapes: readonly FieldShape[];
  readonly #route: FieldRoute;
  readonly #code: Code;
  readonly #observed: Observed;

  /** @param observed takes what is seen */
  constructor(shapes: readonly FieldShape[], route: FieldRoute, code: Code, observed: Observed) {
    this.#shapes = shapes;
    this.#route = route;
    this.#code = code;
    this.#observed = observed;
  }

  observe(value: Written, frame: Frame, depth = 0): void {
    if (this.#shapes.length === 0 || depth > MAX_DEPTH) return;
    if (value.is === "array") for (const each of value.elements) this.observe(each, frame, depth + 1);
    if (value.is !== "chain" || this.observeField(value.chain, value, frame)) return;
    const { chain } = value;
    const kept = this.#code.madeBy(frame.file, chain);
    for (const each of kept ? [kept] : this.#code.listedIn(frame.file, chain))
      this.observe(each.value, { file: each.file, bindings: new Map() }, depth + 1);
    const call = chain.steps.findLast((step) => step.do === "call");
    if (call?.do !== "call") return;
    // `validate([body("email").isEmail()])`
    for (const each of call.arguments) this.observe(each, frame, depth + 1);
    const maker = this.#code.calledBy(frame.file, chain);
    const made = maker && this.#code.function(maker);
    if (!maker || !made) return;
    const inside: Frame = { file: maker.file, bindings: passedValues(maker, made, call.arguments, frame) };
    for (const { value: returned, function: by } of made.returns)
      if (by.start === maker.span.start) this.observe(returned, inside, depth + 1);
  }

  /** @returns whether the chain is one */
  private observeField(chain: Chain, { span }: Written, frame: Frame): boolean {
    const place = placeOf(chain, frame, this.#code);
    const shape = this.#shapes.find(({ at }) => restAfter(place, placePattern(at)) !== undefined);
    const call = chain.steps.find((step) => step.do === "call");
    if (!shape || call?.do !== "call") return false;
    const named = argumentAt(call.arguments, shape.field, frame);
    const names = named?.value.is === "array" ? named.value.elements : named ? [named.value] : [];
    for (const each of names) {
      const name = literalOf(each, named?.frame ?? frame);
      if (typeof name !== "string" || name === "") continue;
      const source = { of: "validator", direction: "input", file: frame.file, span } as const;
      this.add(shape.part ?? this.partOf(name), { path: name.split("."), source });
    }
    return true;
  }

  /** Where a field is that may be anywhere: in the path if that names it, or else where requests carry most. */
  private partOf(name: string): RequestPart {
    const { path, method } = this.#route;
    const isInPath = path.split(/[^\w:{}]/u).some((each) => each === `:${name}` || each === `{${name}}`);
    return isInPath ? "path" : WITHOUT_BODY.has(method) ? "query" : "body";
  }

  /** All fields of a part make one schema. */
  private add(part: RequestPart, field: ObservedField): void {
    const { validations } = this.#observed;
    const at = validations.findIndex((each) => each.part === part && each.source.of === "fields");
    const known = validations[at]?.source;
    if (known?.of === "fields") validations[at] = { part, source: { of: "fields", fields: [...known.fields, field] } };
    else validations.push({ part, source: { of: "fields", fields: [field] } });
  }
}

const WITHOUT_BODY = new Set(["get", "head", "delete", "options"]);
