/** What the functions of validation libraries make. */
import type ts from "typescript";
import type { Json, JsonSchema } from "../../../schema-reader.js";
import type { Maker, ValidatorLibrary } from "../../../validators/library.js";
import { unwrap } from "../../expressions.js";
import type { ComponentIdentity } from "../components.js";
import { allowed, pascal } from "../type-names.js";
import { escaped, type Literal, literalSchema } from "../literals.js";
import { anyOf } from "../unions.js";
import { nullable, report } from "../visit.js";
import { jsonSchemaOf, keywordsOf } from "./keywords.js";
import { constantOf, inferred, part, type Reading, textOf } from "./reading.js";
import { readNotation } from "./notation.js";
import { around, type ObjectParts, plain, schemaOf, type Validator, withMore } from "./validator.js";
import { MODULE_SCOPE, returned, type Written } from "./written-value.js";

export interface Call {
  readonly node: ts.CallExpression;
  readonly library: ValidatorLibrary;
  readonly arguments: readonly Written[];
}

/** @returns undefined where the arguments cannot be read */
export function make(reading: Reading, maker: Maker, call: Call): Validator | undefined {
  const made = makers(reading, maker, call);
  const options = maker.options === undefined ? undefined : constantOf(reading, call.arguments[maker.options]);
  return made && options !== undefined ? withOptions(reading, made, options, call) : made;
}

/** Keywords, a name, and whether objects may have more properties. */
function withOptions(reading: Reading, made: Validator, options: Json, call: Call): Validator {
  const keywords = keywordsOf(options);
  const isFilled = call.library.fillsDefaults === true && keywords.default !== undefined;
  const whole = isFilled
    ? around(made, reading, { isOptional: () => reading.direction === "input", object: made.object })
    : made;
  const limited = withMore(whole, keywords, reading);
  const { $id, additionalProperties } = options as { readonly $id?: Json; readonly additionalProperties?: Json };
  const closed =
    limited.object && additionalProperties === false
      ? { ...limited, object: { ...limited.object, rest: "refused" as const } }
      : limited;
  return typeof $id === "string" ? { ...closed, identity: identityOf(call.node, $id) } : closed;
}

/** What names itself where it is made. */
export function identityOf(node: ts.Node, name: string): ComponentIdentity {
  const place = { file: node.getSourceFile().fileName, offset: node.getStart() };
  return { key: `named:${place.file}:${String(place.offset)}`, name: allowed(name), place };
}

function makers(reading: Reading, maker: Maker, call: Call): Validator | undefined {
  const { library } = call;
  const [first, second] = call.arguments;
  switch (maker.makes) {
    case "schema":
      return plain(library, maker.schema);
    case "converted":
      return plain(library, maker[reading.direction]);
    case "absent":
      return { ...plain(library, {}), isOptional: () => true, isAbsent: true };
    case "not-json":
      report({ ...reading.visit, node: call.node }, maker.problem);
      return plain(library, maker.schema);
    case "inferred":
      return inferred(reading, call.node, library);
    case "literal":
      return valuesValidator(library, literalsOf(reading, call.arguments));
    case "enum":
      return valuesValidator(library, enumValues(reading, call.arguments));
    case "object":
      return objectValidator(reading, maker, call);
    case "array": {
      const element = first && lazily(() => part(reading, first, library));
      if (!element) return plain(library, { type: "array" });
      return composed(library, () => ({ items: schemaOf(element(), reading) }), {
        type: "array",
        element,
        ...(maker.isUnique && { keywords: { uniqueItems: true } }),
      });
    }
    case "tuple":
      return first && tupleValidator(reading, maker, call, first);
    case "union":
      if (!first) return plain(library, {});
      return unionValidator(reading, call, listed(reading, call));
    case "discriminated-union":
      return second && discriminatedUnion(reading, call, second);
    case "intersection": {
      const parts = listed(reading, call);
      return parts && intersectionOf(reading, library, parts, maker.isMerged);
    }
    case "record":
      return recordValidator(reading, maker, call);
    case "lazy":
      return first && lazyValidator(reading, call, first);
    case "template":
      return first && templateValidator(reading, call, first);
    case "codec": {
      const wanted = reading.direction === "input" ? first : (second ?? first);
      return wanted && part(reading, wanted, library);
    }
    case "preprocessed":
      return second && part(reading, second, library);
    case "pipe":
      return first && pipeValidator(reading, call, first);
    case "json-schema": {
      const value = constantOf(reading, first);
      return value === undefined
        ? inferred(reading, call.node, library)
        : plain(
            library,
            jsonSchemaOf(value, () => ({})),
          );
    }
    case "recursive":
      return first && recursiveValidator(reading, call, first);
    case "definition":
      return first && call.arguments.length === 1 ? definitionValidator(reading, library, first) : undefined;
  }
}

/** A schema that is put together when it is wanted. */
function composed(library: ValidatorLibrary, keywords: () => JsonSchema, more: Partial<Validator> = {}): Validator {
  const { type } = more;
  return {
    library,
    base: () => ({ ...(type && { type }), ...keywords() }),
    keywords: {},
    isOptional: () => false,
    ...more,
  };
}

export function lazily<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

function literalsOf(reading: Reading, args: readonly Written[]): readonly Json[] | undefined {
  const [value] = args.map((argument) => constantOf(reading, argument));
  if (value === undefined) return undefined;
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

export function valuesValidator(library: ValidatorLibrary, values: readonly Json[] | undefined): Validator | undefined {
  if (!values) return undefined;
  const literals = values.filter(isLiteralValue);
  const hasNull = values.includes(null);
  const schema = literals.length === 0 ? ({ type: "null" } as const) : literalSchema(literals);
  return {
    ...plain(library, hasNull && literals.length > 0 ? nullable(schema) : schema),
    ...(values.length > 1 && { values }),
  };
}

/** Of a list, an enum or an object; or one after the other. */
function enumValues(reading: Reading, args: readonly Written[]): readonly Json[] | undefined {
  const [first] = args;
  if (!first || textOf(reading, first) === undefined) return first && choices(reading, first);
  return args.flatMap((argument) => constantOf(reading, argument) ?? []);
}

/** A list, with those of other schemas in it: `[...roles.options, "none"]`. */
function choices(reading: Reading, { node: written, scope }: Written): readonly Json[] | undefined {
  const { ts } = reading.walker;
  const node = unwrap(ts, written);
  if (ts.isArrayLiteralExpression(node) && node.elements.some((element) => ts.isSpreadElement(element))) {
    const parts = node.elements.map((element) => {
      if (ts.isSpreadElement(element)) return choices(reading, { node: element.expression, scope });
      const value = constantOf(reading, { node: element, scope });
      return value === undefined ? undefined : [value];
    });
    return parts.every((values) => values !== undefined) ? parts.flat() : undefined;
  }
  const subject = ts.isPropertyAccessExpression(node) ? reading.read({ node: node.expression, scope }) : undefined;
  if (subject && ts.isPropertyAccessExpression(node) && subject.library.members?.[node.name.text] === "values")
    return subject.values;
  return reading.constants.enumValues({ node, scope });
}

function objectValidator(
  reading: Reading,
  maker: Extract<Maker, { makes: "object" }>,
  call: Call,
): Validator | undefined {
  const [first] = call.arguments;
  const { library } = call;
  const rest = maker.restArgument === undefined ? undefined : call.arguments[maker.restArgument];
  const properties = first ? reading.shape(first) : new Map<string, () => Validator>();
  if (!properties) return undefined;
  return {
    ...plain(library, { type: "object" }),
    object: { properties, rest: rest ? part(reading, rest, library) : first && maker.rest },
  };
}

function tupleValidator(
  reading: Reading,
  maker: Extract<Maker, { makes: "tuple" }>,
  { library, arguments: args }: Call,
  first: Written,
): Validator | undefined {
  const elements = reading.definitions.elements(first);
  const rest = args[1] && reading.read(args[1]);
  if (!elements) return undefined;
  return composed(
    library,
    () => {
      const parts = elements.map((element) => part(reading, element, library));
      const needed = parts.findLastIndex((one) => !one.isOptional()) + 1;
      return {
        prefixItems: parts.map((one) => schemaOf(one, reading)),
        ...(rest && { items: schemaOf(rest, reading) }),
        ...(needed > 0 && { minItems: needed }),
        ...(!rest && maker.rest === "refused" && { maxItems: parts.length }),
      };
    },
    { type: "array", isComposite: true },
  );
}

/** The schemas of the list that is the first argument, or of all arguments. */
export function listed(reading: Reading, { library, arguments: args }: Call): readonly (() => Validator)[] | undefined {
  const [first] = args;
  const isList = first && reading.definitions.elements(first);
  const elements = isList ?? args.filter((argument) => reading.read(argument) !== undefined);
  return elements.length > 0 ? elements.map((element) => lazily(() => part(reading, element, library))) : undefined;
}

function unionValidator(
  reading: Reading,
  { library }: Call,
  parts: readonly (() => Validator)[] | undefined,
): Validator | undefined {
  return parts && unionOf(reading, library, parts);
}

export function unionOf(reading: Reading, library: ValidatorLibrary, parts: readonly (() => Validator)[]): Validator {
  return composed(
    library,
    () => unionSchema(parts.flatMap((one) => (one().isAbsent ? [] : [schemaOf(one(), reading)]))),
    { isComposite: true, isOptional: () => parts.some((one) => one().isOptional()) },
  );
}

/** Both hold: objects without a property in common are one object. */
export function intersectionOf(
  reading: Reading,
  library: ValidatorLibrary,
  parts: readonly (() => Validator)[],
  isMerged = false,
): Validator {
  const validators = parts.map((one) => one());
  const isOpen = (rest: ObjectParts["rest"]): boolean => isMerged || rest === undefined;
  const objects = validators.flatMap(({ object }) => (object && isOpen(object.rest) ? [object] : []));
  const properties = new Map(objects.flatMap((object) => [...object.properties]));
  const isDisjoint = properties.size === objects.reduce((sum, object) => sum + object.properties.size, 0);
  if (objects.length === validators.length && (isDisjoint || isMerged)) {
    return { ...plain(library, { type: "object" }), object: { properties } };
  }
  return composed(library, () => ({ allOf: validators.map((one) => schemaOf(one, reading)) }), { isComposite: true });
}

/** Literals together are an enum; `null` is a type among the others. */
function unionSchema(schemas: readonly JsonSchema[]): JsonSchema {
  const isNull = (schema: JsonSchema): boolean => schema.type === "null" && Object.keys(schema).length === 1;
  const literals = schemas.flatMap((schema) => (isLiteral(schema) ? [schema.const as Literal] : []));
  const [at] = [schemas.findIndex(isLiteral)];
  const merged =
    literals.length > 1
      ? schemas.flatMap((schema, index) =>
          index === at ? [literalSchema(literals)] : isLiteral(schema) ? [] : [schema],
        )
      : schemas;
  const others = merged.filter((schema) => !isNull(schema));
  const union = anyOf(others);
  return others.length < merged.length ? (others.length === 0 ? { type: "null" } : nullable(union)) : union;
}

function isLiteral(schema: JsonSchema): boolean {
  return schema.const !== undefined && schema.const !== null && Object.keys(schema).length === 2;
}

function discriminatedUnion(
  reading: Reading,
  { library, arguments: args }: Call,
  list: Written,
): Validator | undefined {
  const propertyName = textOf(reading, args[0]);
  const elements = reading.definitions.elements(list);
  if (propertyName === undefined || !elements) return undefined;
  const parts = elements.map((element) => lazily(() => part(reading, element, library)));
  return composed(
    library,
    () => {
      const schemas = parts.map((one) => schemaOf(one(), reading));
      const mapping = parts.map((one, index) => {
        const value = one().object?.properties.get(propertyName)?.();
        const values = value?.values ?? [value?.base().const];
        const reference = schemas[index]?.$ref;
        return reference === undefined
          ? []
          : values.flatMap((each) => (typeof each === "string" ? [[each, reference] as const] : []));
      });
      const isMapped = mapping.every(({ length }) => length > 0);
      return {
        oneOf: schemas,
        ...(isMapped && { discriminator: { propertyName, mapping: Object.fromEntries(mapping.flat()) } }),
      };
    },
    { isComposite: true },
  );
}

function recordValidator(
  reading: Reading,
  maker: Extract<Maker, { makes: "record" }>,
  { library, arguments: args }: Call,
): Validator | undefined {
  const [first, second] = args;
  const keys = second && first && reading.read(first);
  const value = second ?? first;
  if (!value) return undefined;
  const read = lazily(() => part(reading, value, library));
  const known = keys && (keys.values ?? constOf(keys.base()));
  if (known?.every((key) => typeof key === "string")) {
    const isPartial = maker.isPartial === true;
    const each = lazily(() => (isPartial ? around(read(), reading, { isOptional: () => true }) : read()));
    return { ...plain(library, { type: "object" }), object: { properties: new Map(known.map((key) => [key, each])) } };
  }
  return composed(
    library,
    () => {
      const names = keys && { ...keys.base(), ...keys.keywords };
      const { type, ...limits } = names ?? {};
      const isLimited = type === "string" && Object.keys(limits).length > 0;
      return {
        ...(isLimited && { propertyNames: { type, ...limits } }),
        additionalProperties: schemaOf(read(), reading),
      };
    },
    { type: "object" },
  );
}

function constOf(schema: JsonSchema): readonly Json[] | undefined {
  return schema.const === undefined ? undefined : [schema.const];
}

function lazyValidator(reading: Reading, { library }: Call, getter: Written): Validator | undefined {
  const body = reading.definitions.functionAt(getter);
  const value = body && returned(reading.walker.ts, body.node);
  if (!body || !value) return undefined;
  const read = lazily(() => part(reading, { node: value, scope: body.scope }, library));
  return composed(library, () => schemaOf(read(), reading), { isComposite: true });
}

function isLiteralValue(value: Json | undefined): value is Literal {
  return value !== undefined && value !== null && typeof value !== "object";
}

/** A schema, then actions and further schemas: of what comes in the first says what it is, of what goes out the last. */
function pipeValidator(reading: Reading, { library, arguments: args }: Call, first: Written): Validator {
  return args.slice(1).reduce<Validator>(
    (current, argument) => {
      const acted = reading.act(current, argument);
      if (acted) return acted;
      const next = reading.direction === "output" ? reading.read(argument) : undefined;
      return next ?? current;
    },
    part(reading, first, library),
  );
}

/** `Recursive((This) => …)`: where the parameter is mentioned, the schema holds itself. */
function recursiveValidator(reading: Reading, call: Call, getter: Written): Validator | undefined {
  const body = reading.definitions.functionAt(getter);
  const value = body && returned(reading.walker.ts, body.node);
  const name = body?.node.parameters[0]?.name;
  if (!body || !value || !name) return undefined;
  const self = reading.walker.checker.getSymbolAtLocation(name);
  // The parameter stands for the whole call, which is evaluated once.
  const scope = new Map(body.scope);
  if (self) scope.set(self, { node: call.node, scope: MODULE_SCOPE });
  const read = lazily(() => part(reading, { node: value, scope }, call.library));
  const identity = identityOf(call.node, nameOfHolder(call.node));
  return { ...composed(call.library, () => schemaOf(read(), reading), { isComposite: true }), identity };
}

/** A string in the library's notation, an object of definitions, or a schema that is made already. */
export function definitionValidator(
  reading: Reading,
  library: ValidatorLibrary,
  written: Written,
): Validator | undefined {
  const text = textOf(reading, written);
  if (text !== undefined) return notedValidator(reading, library, text);
  const literal = reading.definitions.literal(written);
  if (!literal) {
    const pattern = reading.constants.pattern(written);
    return pattern === undefined ? reading.read(written) : plain(library, { type: "string", pattern });
  }
  const entries = reading.definitions.entries(literal);
  if (!entries) return undefined;
  const properties = entries.map(([name, value]) => {
    // A name that ends in `?` may be missing.
    const isOptional = name.endsWith("?");
    const read = lazily(() => {
      const property = definitionValidator(reading, library, value) ?? part(reading, value, library);
      return isOptional ? around(property, reading, { isOptional: () => true }) : property;
    });
    return [isOptional ? name.slice(0, -1) : name, read] as const;
  });
  // `"+"` says what becomes of further properties.
  const rest = entries.find(([name]) => name === "+");
  const isClosed = rest !== undefined && textOf(reading, rest[1]) === "reject";
  return {
    ...plain(library, { type: "object" }),
    object: {
      properties: new Map(properties.filter(([name]) => name !== "+")),
      rest: isClosed ? "refused" : undefined,
    },
  };
}

function notedValidator(reading: Reading, library: ValidatorLibrary, text: string): Validator | undefined {
  const noted = readNotation(text, library.notation ?? {});
  if (!noted) return undefined;
  const isDefaulted = noted.default !== undefined;
  const isOptional = noted.isOptional || (isDefaulted && reading.direction === "input");
  return {
    ...plain(library, noted.schema),
    ...(isDefaulted && { keywords: { default: noted.default } }),
    isOptional: () => isOptional,
  };
}

function nameOfHolder(node: ts.Node): string {
  const { parent } = node;
  const name = "name" in parent ? (parent.name as ts.Node | undefined)?.getText() : undefined;
  return pascal((name ?? "Recursive").replace(/Schema$/u, ""));
}

function templateValidator(reading: Reading, { library }: Call, list: Written): Validator | undefined {
  const elements = reading.definitions.elements(list);
  if (!elements) return undefined;
  const pattern = elements.map((element) => {
    const value = constantOf(reading, element);
    if (isLiteralValue(value)) return escaped(String(value));
    const schema = reading.read(element);
    const full = schema && { ...schema.base(), ...schema.keywords };
    if (schema?.values)
      return `(?:${schema.values
        .filter(isLiteralValue)
        .map((each) => escaped(String(each)))
        .join("|")})`;
    if (isLiteralValue(full?.const)) return escaped(String(full.const));
    if (full?.pattern !== undefined) return `(?:${full.pattern.replace(/^\^|\$$/gu, "")})`;
    if (full?.type === "integer") return String.raw`-?\d+`;
    if (full?.type === "number") return String.raw`-?\d+(?:\.\d+)?`;
    if (full?.type === "boolean") return "(?:true|false)";
    return String.raw`[\s\S]*`;
  });
  return plain(library, { type: "string", pattern: `^${pattern.join("")}$` });
}
