/** Sees calls among a route's handlers that describe the operation as OpenAPI does: `describeRoute({ responses: … })`. */
import type { Chain, Written } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { Conventions, DescriptionShape } from "./conventions.js";
import { argumentAt, type Expression, expressionOf, type Frame, literalOf, placeOf, resolved } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";
import { placePattern, restAfter } from "./place-pattern.js";
import { isBodiless } from "./statuses.js";

/** A value, where it is written. */
interface Found {
  readonly value: Written;
  readonly frame: Frame;
}

/** @returns whether the chain is such a call */
export function observeDescription(
  chain: Chain,
  frame: Frame,
  { descriptions = [] }: Conventions,
  code: Code,
  observed: Observed,
): boolean {
  const place = placeOf(chain, frame, code);
  const shape = descriptions.find(({ at }) => restAfter(place, placePattern(at))?.length === 0);
  const call = chain.steps.findLast((step) => step.do === "call");
  const found = shape && call?.do === "call" ? argumentAt(call.arguments, "0", frame) : undefined;
  if (!shape || !found) return false;
  new Described(shape, found, code, observed).observe();
  return true;
}

class Described {
  readonly #shape: DescriptionShape;
  readonly #operation: Found;
  readonly #code: Code;
  readonly #observed: Observed;

  constructor(shape: DescriptionShape, operation: Found, code: Code, observed: Observed) {
    this.#shape = shape;
    this.#operation = operation;
    this.#code = code;
    this.#observed = observed;
  }

  observe(): void {
    const { texts } = this.#observed;
    for (const key of ["summary", "description", "operationId"] as const) {
      const text = textOf(memberOf(this.#operation, key));
      if (text !== undefined) texts[key] = text;
    }
    const tags = memberOf(this.#operation, "tags");
    if (tags?.value.is === "array")
      texts.tags = tags.value.elements.flatMap((value) => textOf({ value, frame: tags.frame }) ?? []);
    if (isTrue(memberOf(this.#operation, "deprecated"))) this.#observed.isDeprecated = true;
    if (isTrue(memberOf(this.#operation, "hide"))) this.#observed.isHidden = true;
    this.observeRequest(memberOf(this.#operation, "request"));
    for (const [name, answer] of membersOf(memberOf(this.#operation, "responses"))) this.observeAnswer(name, answer);
  }

  private observeRequest(request: Found | undefined): void {
    for (const [name, part] of Object.entries(this.#shape.request ?? {})) {
      const schema = memberOf(request, name);
      if (schema) this.#observed.validations.push({ part, source: this.sourceOf(schema, "input"), failure: FAILURE });
    }
    const [[contentType, media] = []] = membersOf(memberOf(memberOf(request, "body"), "content"));
    const schema = memberOf(media, "schema");
    if (schema && contentType !== undefined)
      this.#observed.validations.push({
        part: "body",
        source: this.sourceOf(schema, "input"),
        contentType,
        failure: FAILURE,
      });
  }

  private observeAnswer(name: string, answer: Found): void {
    const description = textOf(memberOf(answer, "description"));
    const content = membersOf(memberOf(answer, "content"));
    const at: Expression = { file: answer.frame.file, span: answer.value.span };
    const base = {
      status: /^\d{3}$/u.test(name) ? Number(name) : ("default" as const),
      at,
      headers: [],
      ...(description !== undefined && { description }),
    };
    // Without a body it says no more than what the code does.
    if (content.length === 0)
      this.#observed.answers.push({ ...base, hasBody: false, ...(isBodiless(base.status) && { isDeclared: true }) });
    for (const [contentType, media] of content) {
      const schema = memberOf(media, "schema");
      this.#observed.answers.push({
        ...base,
        hasBody: true,
        contentType,
        ...(schema && { source: this.sourceOf(schema, "output") }),
        isDeclared: true,
      });
    }
  }

  private sourceOf({ value, frame }: Found, direction: "input" | "output"): SchemaSource {
    const place = value.is === "chain" ? placeOf(value.chain, frame, this.#code) : undefined;
    const call = value.is === "chain" ? value.chain.steps.findLast((step) => step.do === "call") : undefined;
    const isWrapped =
      place !== undefined && this.#shape.wrappers?.some((at) => restAfter(place, placePattern(at))?.length === 0);
    const wrapped = isWrapped === true && call?.do === "call" ? call.arguments[0] : undefined;
    return { of: "validator", direction, ...expressionOf(wrapped ?? value, frame) };
  }
}

/** What requests are answered with that do not match. */
const FAILURE = 400;

function memberOf(found: Found | undefined, name: string): Found | undefined {
  const properties = found?.value.is === "object" ? found.value.properties : [];
  const property = properties.find((each) => each.name === name);
  return found && property && resolved(property.value, found.frame);
}

function membersOf(found: Found | undefined): readonly (readonly [string, Found])[] {
  if (found?.value.is !== "object") return [];
  return found.value.properties.map(({ name, value }) => [name, resolved(value, found.frame)] as const);
}

function textOf(found: Found | undefined): string | undefined {
  const text = found && literalOf(found.value, found.frame);
  return typeof text === "string" ? text : undefined;
}

function isTrue(found: Found | undefined): boolean {
  return found !== undefined && literalOf(found.value, found.frame) === true;
}
