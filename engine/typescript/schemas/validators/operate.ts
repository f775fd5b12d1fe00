/** What the methods and actions of validation libraries do to a schema. */
import type { Json, JsonSchema, JsonType } from "../../../schema-reader.js";
import type { Limit, Operation } from "../../../validators/library.js";
import { escaped } from "../literals.js";
import { nullable } from "../visit.js";
import { keywordsOf } from "./keywords.js";
import { type Call, identityOf, intersectionOf, lazily, listed, unionOf, valuesValidator } from "./make.js";
import { constantOf, inferredType, known, namesOf, numberOf, ofType, part, type Reading, textOf } from "./reading.js";
import { around, type ObjectParts, plain, schemaOf, type Validator, withMore } from "./validator.js";
import type { Written } from "./written-value.js";

/** @returns undefined where the result cannot be told */
export function operate(reading: Reading, operation: Operation, subject: Validator, call: Call): Validator | undefined {
  const [first, second] = call.arguments;
  const { library } = subject;
  const more = (keywords: JsonSchema): Validator => withMore(subject, keywords, reading);
  switch (operation.does) {
    case "nothing":
      return subject;
    case "set":
      return more(operation.keywords);
    case "options": {
      const options = constantOf(reading, first);
      const given = typeof options === "object" && options !== null ? Object.entries(options) : [];
      const limits = given.flatMap(([name, value]): [string, Json][] => {
        const keyword = Object.hasOwn(operation.options, name) ? operation.options[name] : undefined;
        return keyword === undefined ? [] : [[keyword, value]];
      });
      return more({ ...operation.keywords, ...Object.fromEntries(limits) });
    }
    case "limit":
      return more(limitKeywords(reading, operation.limit, subject, first));
    case "limit-both":
      return more({
        ...limitKeywords(reading, "min", subject, first),
        ...limitKeywords(reading, "max", subject, second),
      });
    case "set-output":
      return reading.direction === "input" ? around(subject, reading) : plain(library, operation.schema);
    case "non-null": {
      const inner = subject.inner ?? subject;
      return operation.isRequired === true ? around(inner, reading, { isOptional: () => false }) : inner;
    }
    case "leave-out":
      return { ...subject, isAbsent: true };
    case "rename":
      return subject;
    case "match": {
      const pattern = first && reading.constants.pattern(first);
      return pattern === undefined ? subject : more({ pattern });
    }
    case "contain": {
      const text = textOf(reading, first);
      const { where } = operation;
      return text === undefined
        ? subject
        : more({ pattern: `${where === "start" ? "^" : ""}${escaped(text)}${where === "end" ? "$" : ""}` });
    }
    case "optional":
    case "nullish":
    case "nullable":
    case "default":
    case "catch":
      return wrapped(reading, operation.does, subject, constantOf(reading, first));
    case "required":
      return { ...subject, isOptional: () => false, isRequired: true };
    case "array": {
      const element = (): Validator => subject;
      return {
        ...plain(library, {}),
        type: "array",
        element,
        base: () => ({ type: "array", items: schemaOf(subject, reading) }),
      };
    }
    case "items": {
      const parts = listed(reading, call);
      const [only] = parts ?? [];
      if (!parts || !only) return subject;
      const element = lazily(() => (parts.length === 1 ? only() : unionOf(reading, library, parts)));
      return { ...subject, element, base: () => ({ type: "array", items: schemaOf(element(), reading) }) };
    }
    case "alternatives": {
      const parts = listed(reading, call);
      const { isRequired } = subject;
      return parts && { ...unionOf(reading, library, parts), isOptional: () => subject.isOptional(), isRequired };
    }
    case "or":
      return first && unionOf(reading, library, [() => subject, lazily(() => part(reading, first, library))]);
    case "and":
      return first && intersectionOf(reading, library, [() => subject, lazily(() => part(reading, first, library))]);
    case "extend": {
      const more = first && extended(reading, subject, first);
      return more && operation.rest ? withRest(more, operation.rest) : more;
    }
    case "pick":
    case "omit": {
      const names = allNames(reading, call);
      const isPicked = operation.does === "pick";
      return (
        names && withProperties(subject, (parts) => [...parts].filter(([name]) => names.includes(name) === isPicked))
      );
    }
    case "make-optional":
      return withOptional(
        reading,
        subject,
        first ? namesOf(reading, first) : undefined,
        true,
        operation.isDeep === true,
      );
    case "make-required":
      return withOptional(reading, subject, first ? namesOf(reading, first) : undefined, false, false);
    case "refuse-rest":
      return withRest(subject, "refused");
    case "keep-rest":
      return withRest(subject, "kept");
    case "drop-rest":
      return withRest(subject, undefined);
    case "catch-all":
      return first && withRest(subject, part(reading, first, library));
    case "rest-items":
      return (
        first && {
          ...subject,
          identity: undefined,
          base: () => withRestItems(subject.base(), schemaOf(part(reading, first, library), reading)),
        }
      );
    case "keys":
      return subject.object && valuesValidator(library, [...subject.object.properties.keys()]);
    case "exclude-values":
    case "extract-values": {
      const names = namesOf(reading, first);
      const isKept = operation.does === "extract-values";
      return names && subject.values
        ? valuesValidator(
            library,
            subject.values.filter((value) => names.includes(nameOfValue(value)) === isKept),
          )
        : undefined;
    }
    case "transform":
      return reading.direction === "input" ? around(subject, reading) : transformed(reading, subject, call);
    case "pipe":
      return reading.direction === "input" ? subject : first && part(reading, first, library);
    case "act":
      return acted(reading, subject, call);
    case "unwrap":
      return subject.inner ?? subject.element?.();
    case "describe": {
      const description = textOf(reading, first);
      return description === undefined ? subject : more({ description });
    }
    case "title": {
      const title = textOf(reading, first);
      return title === undefined ? subject : more({ title });
    }
    case "example":
    case "examples":
      return withExamples(reading, subject, call, operation.does === "examples");
    case "annotate":
      return annotated(reading, subject, operation.isOptional === true, call);
    case "allow":
      return allowed(reading, subject, call, operation);
  }
}

const LIMITS: Readonly<Record<Limit, Readonly<Partial<Record<JsonType, readonly (keyof JsonSchema)[]>>>>> = {
  min: { string: ["minLength"], number: ["minimum"], array: ["minItems"] },
  max: { string: ["maxLength"], number: ["maximum"], array: ["maxItems"] },
  length: { string: ["minLength", "maxLength"], array: ["minItems", "maxItems"] },
  above: { number: ["exclusiveMinimum"] },
  below: { number: ["exclusiveMaximum"] },
  "multiple-of": { number: ["multipleOf"] },
  "min-properties": { object: ["minProperties"] },
  "max-properties": { object: ["maxProperties"] },
  "non-empty": { string: ["minLength"], array: ["minItems"] },
};

function limitKeywords(reading: Reading, limit: Limit, subject: Validator, argument: Written | undefined): JsonSchema {
  const type = subject.type === "integer" ? "number" : subject.type;
  // Dates are text in JSON, but their limits are points in time.
  const { format } = subject.base();
  if (type === "string" && format === "date-time" && subject.keywords.format === undefined) return {};
  const keywords = type === undefined ? undefined : LIMITS[limit][type];
  const value = limit === "non-empty" ? 1 : numberOf(reading, argument);
  return keywords && value !== undefined ? Object.fromEntries(keywords.map((keyword) => [keyword, value])) : {};
}

function wrapped(
  reading: Reading,
  does: "optional" | "nullish" | "nullable" | "default" | "catch",
  subject: Validator,
  value: Json | undefined,
): Validator {
  const isNull = does === "nullish" || does === "nullable";
  const isOptional = (does === "optional" || does === "nullish") && value === undefined;
  const fallback = value === undefined ? {} : { default: value };
  return around(subject, reading, {
    ...(isNull && { base: () => nullable(schemaOf(subject, reading)) }),
    ...(does !== "nullable" &&
      does !== "catch" && {
        isOptional: () => isOptional || reading.direction === "input",
        isRequired: subject.isRequired === true || does === "default",
      }),
    keywords: fallback,
  });
}

/** Names in a list, as the keys of an object, or one after the other. */
function allNames(reading: Reading, { arguments: args }: Call): readonly string[] | undefined {
  const names = args.map((argument) => namesOf(reading, argument) ?? []).flat();
  return names.length > 0 ? names : undefined;
}

function extended(reading: Reading, subject: Validator, argument: Written): Validator | undefined {
  const other = known(reading, argument, subject.library);
  const properties = other ? other.object?.properties : reading.shape(argument);
  if (!properties || !subject.object) return undefined;
  const extendedObject = withProperties(subject, (parts) => [...parts, ...properties]);
  return other?.object && extendedObject ? withRest(extendedObject, other.object.rest) : extendedObject;
}

type Properties = ObjectParts["properties"];

const DESCRIBING = new Set(["title", "description", "examples", "default"]);

function withProperties(
  subject: Validator,
  change: (properties: Properties) => Iterable<readonly [string, () => Validator]>,
): Validator | undefined {
  const { object, keywords } = subject;
  // What is said about the whole does not hold for another object.
  const kept = Object.entries(keywords).filter(([keyword]) => !DESCRIBING.has(keyword));
  return (
    object && {
      ...subject,
      identity: undefined,
      keywords: Object.fromEntries(kept),
      object: { ...object, properties: new Map(change(object.properties)) },
    }
  );
}

function withRest(subject: Validator, rest: ObjectParts["rest"]): Validator | undefined {
  const { object } = subject;
  return object && { ...subject, identity: undefined, object: { ...object, rest } };
}

function withOptional(
  reading: Reading,
  subject: Validator,
  names: readonly string[] | undefined,
  isOptional: boolean,
  isDeep: boolean,
): Validator | undefined {
  return withProperties(subject, (properties) =>
    [...properties].map(([name, read]) => {
      if (names && !names.includes(name)) return [name, read];
      const changed = lazily(() => {
        const property = read();
        const deep =
          isDeep && property.object ? (withOptional(reading, property, undefined, true, true) ?? property) : property;
        return around(deep, reading, { isOptional: () => isOptional });
      });
      return [name, changed];
    }),
  );
}

function withRestItems(schema: JsonSchema, items: JsonSchema): JsonSchema {
  const { maxItems, ...others } = schema;
  return maxItems === undefined ? { ...schema, items } : { ...others, items };
}

function nameOfValue(value: Json): string {
  return typeof value === "object" ? "" : String(value);
}

/** What a function makes of the value: by the types, since nothing is executed. */
function transformed(reading: Reading, subject: Validator, call: Call): Validator {
  const { library } = subject;
  const whole = inferredType(reading.walker, call.node, "output");
  if (whole) return ofType(reading, whole, library);
  const { checker } = reading.walker;
  const [argument] = call.arguments;
  const signature = argument && checker.getTypeAtLocation(argument.node).getCallSignatures()[0];
  const type = signature && checker.getReturnTypeOfSignature(signature);
  return type ? ofType(reading, checker.getAwaitedType(type) ?? type, library) : plain(library, {});
}

/** Actions that are handed over: `check(minLength(3), …)`. */
function acted(reading: Reading, subject: Validator, call: Call): Validator {
  return call.arguments.reduce<Validator>((current, argument) => reading.act(current, argument) ?? current, subject);
}

function withExamples(reading: Reading, subject: Validator, call: Call, areListed: boolean): Validator {
  const values = call.arguments.flatMap((argument) => constantOf(reading, argument) ?? []);
  const [first] = values;
  const examples = areListed && Array.isArray(first) ? (first as readonly Json[]) : values;
  return examples.length > 0 ? withMore(subject, { examples }, reading) : subject;
}

/** `meta({ id, description })`, `openapi("User", { example })`, `register(registry, { id })` */
function annotated(reading: Reading, subject: Validator, isOptional: boolean, call: Call): Validator {
  const [first, second] = call.arguments;
  const name = textOf(reading, first);
  const values = [first, second].map((argument) => constantOf(reading, argument));
  const object = values.find(
    (value): value is Readonly<Record<string, Json>> =>
      typeof value === "object" && value !== null && !Array.isArray(value),
  );
  const id = name ?? ["id", "ref", "refId"].map((key) => object?.[key]).find((value) => typeof value === "string");
  const isMissing = isOptional || object?.["required"] === false;
  const whole = isMissing ? around(subject, reading, { isOptional: () => true, object: subject.object }) : subject;
  const described = withMore(whole, keywordsOf(object), reading);
  if (id === undefined) return described;
  return { ...described, identity: identityOf(call.node, id) };
}

/** These values too, or only these. */
function allowed(
  reading: Reading,
  subject: Validator,
  call: Call,
  { isOnly = false, isListed = !isOnly }: Extract<Operation, { does: "allow" }>,
): Validator | undefined {
  const values = call.arguments.slice(0, isListed ? undefined : 1).flatMap((argument) => {
    const value = isOnly
      ? (reading.constants.enumValues(argument) ?? constantOf(reading, argument))
      : constantOf(reading, argument);
    return Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
  });
  if (values.length === 0) return subject;
  if (isOnly) {
    // A type that has named the values already says so best.
    if (subject.base().type === undefined && Object.keys(subject.base()).length > 0) return subject;
    const only = valuesValidator(subject.library, values);
    const { isRequired, keywords } = subject;
    return only && { ...only, isOptional: () => subject.isOptional(), isRequired, keywords };
  }
  const others = values.filter((value) => value !== null && value !== "");
  if (others.length > 0) {
    const more = valuesValidator(subject.library, values);
    return (
      more && {
        ...unionOf(reading, subject.library, [() => subject, () => more]),
        isOptional: () => subject.isOptional(),
      }
    );
  }
  if (!values.includes(null)) return subject;
  return around(subject, reading, { base: () => nullable(schemaOf(subject, reading)) });
}
