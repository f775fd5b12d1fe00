/** Collects what is to be asked about schemas, asks it all at once, and keeps the answers. */
import type { JsonSchema, Maker, SchemaAnswer, SchemaProblem, SchemaReader, SchemaRequest } from "../schema-reader.js";
import { objectOf } from "./fields.js";
import type { SchemaSource } from "./observed.js";
import { saysNothing, stableText, type Components } from "./schemas.js";

export class SchemaBook {
  readonly #requests = new Map<string, SchemaRequest>();
  readonly #answers = new Map<string, SchemaAnswer>();
  /** Sources are asked for many times. */
  readonly #keys = new WeakMap<SchemaRequest, string>();
  components: Components = {};

  /** @param makers what made what the source belongs to */
  add(source: SchemaSource | undefined, makers: readonly Maker[] = NOBODY): void {
    if (!source || source.of === "schema") return;
    if (source.of === "all") for (const each of source.sources) this.add(each, makers);
    else if (source.of === "inside" || source.of === "list") this.add(source.source, makers);
    else if (source.of === "fields") for (const each of source.fields) this.add(each.source, makers);
    else if (source.of === "filled")
      for (const each of [source.source, ...Object.values(source.properties)]) this.add(each, makers);
    else {
      const request = within(source, makers);
      this.#requests.set(this.keyOf(source, makers), request);
    }
  }

  ask(reader: SchemaReader | undefined): void {
    const requests = [...this.#requests.entries()];
    const reading = reader?.read(requests.map(([, request]) => request));
    for (const [index, [key]] of requests.entries()) {
      const answer = reading?.answers[index];
      if (answer) this.#answers.set(key, answer);
    }
    this.components = reading?.components ?? {};
  }

  answer(source: SchemaSource | undefined, makers: readonly Maker[] = NOBODY): SchemaAnswer {
    if (!source) return NOTHING;
    if (source.of === "schema") return { schema: source.schema, problems: [] };
    if (source.of === "all") return allOf(source.sources.map((each) => this.answer(each, makers)));
    if (source.of === "list") {
      const { schema, problems } = this.answer(source.source, makers);
      return { schema: { type: "array", items: schema }, problems };
    }
    if (source.of === "inside") return inside(source.properties, this.answer(source.source, makers));
    if (source.of === "fields")
      return objectOf(source.fields.map(({ path, source: of }) => ({ path, answer: this.answer(of, makers) })));
    if (source.of === "filled") return this.filled(source, makers);
    return this.#answers.get(this.keyOf(source, makers)) ?? NOTHING;
  }

  private filled(
    { source, properties }: Extract<SchemaSource, { of: "filled" }>,
    makers: readonly Maker[],
  ): SchemaAnswer {
    const answer = this.answer(source, makers);
    const known = answer.schema.properties ?? {};
    const filled = Object.entries(properties).flatMap(([name, each]) => {
      const before = known[name];
      return before && saysNothing(before) ? [{ name, answer: this.answer(each, makers) }] : [];
    });
    const added = filled.map(({ name, answer: { schema } }): [string, JsonSchema] => [name, schema]);
    const isOpen = ({ subject }: SchemaProblem): boolean => !filled.some(({ name }) => subject.endsWith(`.${name}`));
    return {
      ...answer,
      schema:
        filled.length === 0
          ? answer.schema
          : { ...answer.schema, properties: { ...known, ...Object.fromEntries(added) } },
      problems: [...answer.problems.filter(isOpen), ...filled.flatMap((each) => each.answer.problems)],
    };
  }

  private keyOf(source: SchemaRequest, makers: readonly Maker[]): string {
    if (makers.length > 0) return stableText(within(source, makers));
    const key = this.#keys.get(source) ?? stableText(source);
    this.#keys.set(source, key);
    return key;
  }
}

const NOBODY: readonly Maker[] = [];

/** Validators are values, whatever made what they are used in. */
function within(source: SchemaRequest, makers: readonly Maker[]): SchemaRequest {
  if (makers.length === 0 || source.of === "validator") return source;
  return { ...source, within: [...makers, ...(source.within ?? [])] };
}

function allOf(answers: readonly SchemaAnswer[]): SchemaAnswer {
  return {
    schema: { allOf: answers.map(({ schema }) => schema) },
    problems: answers.flatMap(({ problems }) => problems),
    ...(answers.every(({ absent }) => absent !== undefined) && { absent: "sometimes" }),
  };
}

function inside(properties: readonly string[], { schema, absent, problems }: SchemaAnswer): SchemaAnswer {
  const isNothing = absent === "always" || (schema.not !== undefined && Object.keys(schema.not).length === 0);
  let outer = schema;
  for (const [index, name] of properties.toReversed().entries()) {
    const isInnermost = index === 0;
    outer = {
      type: "object",
      ...(!(isInnermost && isNothing) && { properties: { [name]: outer } }),
      ...(!(isInnermost && (isNothing || absent !== undefined)) && { required: [name] }),
    };
  }
  return { schema: outer, problems, ...(absent && { absent: "sometimes" as const }) };
}

const NOTHING: SchemaAnswer = { schema: {}, problems: [] };
