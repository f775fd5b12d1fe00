/** What has changed between two versions of an API's document, and what of it breaks clients. */
import { COMPONENTS, type JsonSchema } from "../schema-reader.js";
import type { MediaType, OpenApiDocument, Operation, Parameter, PathItem } from "./document.js";
import { stableText } from "./schemas.js";

export interface ApiChange {
  /** `GET /users/{id}` */
  readonly operation: string;
  /** A sentence. */
  readonly message: string;
  /** Clients that did right until now may fail. */
  readonly isBreaking: boolean;
}

/** In order of the operations. Documents that say the same in other words have no changes, and need not be equal. */
export function compareDocuments(before: OpenApiDocument, after: OpenApiDocument): readonly ApiChange[] {
  return new Comparison(before, after).changes();
}

type Direction = "request" | "response";

class Comparison {
  readonly #before: OpenApiDocument;
  readonly #after: OpenApiDocument;
  readonly #changes: ApiChange[] = [];
  #operation = "";
  /** Components that are compared already, for the operation: some hold themselves. */
  readonly #compared = new Set<string>();

  constructor(before: OpenApiDocument, after: OpenApiDocument) {
    this.#before = before;
    this.#after = after;
  }

  changes(): readonly ApiChange[] {
    const before = operationsOf(this.#before);
    const after = operationsOf(this.#after);
    for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      this.#operation = key;
      this.#compared.clear();
      const old = before.get(key);
      const now = after.get(key);
      if (old && !now) this.add("The operation is gone.", true);
      else if (!old && now) this.add("The operation is new.", false);
      else if (old && now) this.compareOperations(old, now);
    }
    return this.#changes;
  }

  private add(message: string, isBreaking: boolean): void {
    const operation = this.#operation;
    if (!this.#changes.some((each) => each.operation === operation && each.message === message))
      this.#changes.push({ operation, message, isBreaking });
  }

  private compareOperations(old: Operation, now: Operation): void {
    if (old.operationId !== now.operationId)
      this.add(`The operationId is "${now.operationId}" instead of "${old.operationId}".`, true);
    for (const field of ["summary", "description", "deprecated", "tags"] as const)
      if (stableText(old[field]) !== stableText(now[field])) this.add(`The ${field} is another.`, false);
    this.compareParameters(old.parameters ?? [], now.parameters ?? []);
    this.compareContents("The request body", "request", old.requestBody?.content ?? {}, now.requestBody?.content ?? {});
    if (old.requestBody?.required !== true && now.requestBody?.required === true)
      this.add("The request body is required now.", true);
    for (const status of new Set([...Object.keys(old.responses), ...Object.keys(now.responses)])) {
      const was = old.responses[status];
      const is = now.responses[status];
      if (was && !is) this.add(`The answer ${status} is gone.`, true);
      else if (!was && is) this.add(`The answer ${status} is new.`, false);
      else this.compareContents(`The answer ${status}`, "response", was?.content ?? {}, is?.content ?? {});
    }
  }

  private compareParameters(old: readonly Parameter[], now: readonly Parameter[]): void {
    for (const was of old) {
      const is = now.find((each) => each.name === was.name && each.in === was.in);
      if (!is) {
        this.add(`The ${was.in} parameter "${was.name}" is gone.`, true);
        continue;
      }
      if (was.required !== true && is.required === true)
        this.add(`The ${was.in} parameter "${was.name}" is required now.`, true);
      if (was.required === true && is.required !== true)
        this.add(`The ${was.in} parameter "${was.name}" can be left out now.`, false);
      this.compareSchemas(`The ${was.in} parameter "${was.name}"`, "request", was.schema ?? {}, is.schema ?? {});
    }
    for (const is of now)
      if (!old.some((each) => each.name === is.name && each.in === is.in))
        this.add(
          `The ${is.in} parameter "${is.name}" is new${is.required === true ? ", and required" : ""}.`,
          is.required === true,
        );
  }

  private compareContents(
    what: string,
    direction: Direction,
    old: Readonly<Record<string, MediaType>>,
    now: Readonly<Record<string, MediaType>>,
  ): void {
    for (const type of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const was = old[type];
      const is = now[type];
      if (was && !is) this.add(`${what} is no longer ${type}.`, true);
      else if (!was && is)
        this.add(`${what} can be ${type} now.`, direction === "request" && Object.keys(old).length === 0);
      else if (was && is) this.compareSchemas(what, direction, was.schema ?? {}, is.schema ?? {});
    }
  }

  /** @param what begins a sentence: `The answer 200, .name` */
  private compareSchemas(what: string, direction: Direction, old: JsonSchema, now: JsonSchema): void {
    if (old.$ref !== undefined && now.$ref !== undefined) {
      const key = `${direction} ${old.$ref} ${now.$ref}`;
      if (this.#compared.has(key)) return;
      this.#compared.add(key);
    }
    const was = resolve(old, this.#before);
    const is = resolve(now, this.#after);
    if (stableText(was) === stableText(is) && !stableText(was).includes(COMPONENTS)) return;
    const types = [typesOf(was), typesOf(is)] as const;
    if (types[0] !== types[1]) {
      this.add(`${what} is ${types[1]} instead of ${types[0]}.`, true);
      return;
    }
    this.compareValues(what, direction, was, is);
    const [oldProperties, newProperties] = [was.properties ?? {}, is.properties ?? {}];
    for (const name of new Set([...Object.keys(oldProperties), ...Object.keys(newProperties)])) {
      const place = `${what.replace(/^(The [^,]*)(?:, )?/u, "$1, ")}.${name}`.replace(/, (.*) \./u, ", $1.");
      const before = oldProperties[name];
      const after = newProperties[name];
      const isRequired = is.required?.includes(name) === true;
      const wasRequired = was.required?.includes(name) === true;
      if (before && !after) this.add(`${place} is gone.`, direction === "response");
      else if (!before && after)
        this.add(`${place} is new${isRequired ? ", and required" : ""}.`, direction === "request" && isRequired);
      else if (before && after) {
        if (!wasRequired && isRequired) this.add(`${place} is always there now.`, direction === "request");
        if (wasRequired && !isRequired) this.add(`${place} can be missing now.`, direction === "response");
        this.compareSchemas(place, direction, before, after);
      }
    }
    if (typeof was.items === "object" && typeof is.items === "object")
      this.compareSchemas(`${what}[]`, direction, was.items, is.items);
    for (const key of ["anyOf", "oneOf", "allOf"] as const) {
      const [one, other] = [was[key] ?? [], is[key] ?? []];
      if (one.length !== other.length)
        this.add(`${what} has ${String(other.length)} alternatives instead of ${String(one.length)}.`, true);
      else
        one.forEach((each, index) => {
          this.compareSchemas(what, direction, each, other[index] ?? {});
        });
    }
  }

  private compareValues(what: string, direction: Direction, was: JsonSchema, is: JsonSchema): void {
    const [old, now] = [valuesOf(was), valuesOf(is)];
    if (old && now) {
      const gone = old.filter((each) => !now.includes(each));
      const fresh = now.filter((each) => !old.includes(each));
      if (gone.length > 0) this.add(`${what} is no longer ${gone.join(" or ")}.`, direction === "request");
      if (fresh.length > 0) this.add(`${what} can be ${fresh.join(" or ")} now.`, direction === "response");
    } else if (old ?? now) {
      this.add(`${what} is ${now ? `one of ${now.join(", ")} now` : "any value now"}.`, true);
    }
    for (const keyword of CONSTRAINTS)
      if (stableText(was[keyword]) !== stableText(is[keyword])) this.add(`${what} has another ${keyword}.`, true);
  }
}

const CONSTRAINTS = [
  ...(["format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum"] as const),
  ...(["exclusiveMaximum", "multipleOf", "minItems", "maxItems"] as const),
] as const;

function operationsOf({ paths }: OpenApiDocument): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(paths)) {
    const { additionalOperations, ...fields } = item as PathItem & Readonly<Record<string, Operation>>;
    for (const [method, operation] of Object.entries({ ...fields, ...additionalOperations }))
      operations.set(`${method.toUpperCase()} ${path}`, operation);
  }
  return operations;
}

function resolve(schema: JsonSchema, { components }: OpenApiDocument): JsonSchema {
  let found = schema;
  for (let hops = 0; found.$ref !== undefined && hops < 8; hops++)
    found = components?.schemas?.[found.$ref.slice(COMPONENTS.length)] ?? {};
  return found;
}

function typesOf({ type, anyOf, oneOf, allOf }: JsonSchema): string {
  if (Array.isArray(type)) return [...(type as readonly string[])].sort().join(" or ");
  if (typeof type === "string") return type;
  return (anyOf ?? oneOf ?? allOf) ? "one of several" : "anything";
}

function valuesOf({ const: constant, enum: values }: JsonSchema): string[] | undefined {
  if (constant !== undefined) return [JSON.stringify(constant)];
  return values?.map((each) => JSON.stringify(each));
}
