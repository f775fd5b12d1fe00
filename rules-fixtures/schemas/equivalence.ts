/** Whether two JSON Schemas say the same of JSON: however they are cut into definitions, and in draft 7, 2020-12 or as OpenAPI 3.0 writes them. */

type Schema = Readonly<Record<string, unknown>>;

/** A schema, and the document that its references are looked up in. */
export interface Rooted {
  readonly schema: unknown;
  readonly document: unknown;
}

/** One of the forms that a value can have: a literal, or a type with what limits it. */
interface Alternative {
  readonly [keyword: string]: unknown;
}

/**
 * Says how two schemas differ. Closed objects count as open ones: a type says nothing of further properties.
 *
 * @returns the path to the first difference and what is there; undefined when there is none
 */
export function difference(one: Rooted, other: Rooted): string | undefined {
  return differenceAt(one, other, "", new Map());
}

type Assumed = Map<unknown, Set<unknown>>;

function differenceAt(one: Rooted, other: Rooted, path: string, assumed: Assumed): string | undefined {
  const [left, right] = [dereferenced(one), dereferenced(other)];
  // Recursive schemas are the same when nothing tells them apart.
  const known = assumed.get(left) ?? new Set();
  if (known.has(right)) return undefined;
  assumed.set(left, known.add(right));
  const lefts = alternatives({ ...one, schema: left });
  const rights = alternatives({ ...other, schema: right });
  const [onlyLeft] = lefts;
  const [onlyRight] = rights;
  if (onlyLeft && onlyRight && lefts.length === 1 && rights.length === 1) {
    return alternativeDifference(onlyLeft, onlyRight, path, assumed);
  }
  for (const [alternatives, candidates, isLeft] of [
    [lefts, rights, true],
    [rights, lefts, false],
  ] as const) {
    for (const alternative of alternatives) {
      const isMatched = candidates.some((candidate) => {
        const trial = new Map([...assumed].map(([key, values]) => [key, new Set(values)]));
        return (
          (isLeft
            ? alternativeDifference(alternative, candidate, path, trial)
            : alternativeDifference(candidate, alternative, path, trial)) === undefined
        );
      });
      if (!isMatched) return `${path || "/"}: ${isLeft ? "only one" : "only the other"} has ${brief(alternative)}`;
    }
  }
  return undefined;
}

const documents = new WeakMap<Alternative, unknown>();

function alternativeDifference(
  one: Alternative,
  other: Alternative,
  path: string,
  assumed: Assumed,
): string | undefined {
  for (const keyword of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [one[keyword], other[keyword]];
    const at = `${path}/${keyword}`;
    const under = (schema: unknown, placed: Alternative): Rooted => ({ schema, document: documents.get(placed) });
    let found: string | undefined;
    if (keyword === "properties" || keyword === "patternProperties") {
      const [lefts, rights] = [asSchema(left), asSchema(right)];
      for (const name of new Set([...Object.keys(lefts), ...Object.keys(rights)])) {
        if (!(name in lefts) || !(name in rights))
          return `${at}/${name}: only ${name in lefts ? "one" : "the other"} has it`;
        found ??= differenceAt(under(lefts[name], one), under(rights[name], other), `${at}/${name}`, assumed);
      }
    } else if (keyword === "items" || keyword === "additionalProperties") {
      found = differenceAt(under(left ?? {}, one), under(right ?? {}, other), at, assumed);
    } else if (keyword === "prefixItems" || keyword === "allOf") {
      const [lefts, rights] = [asList(left), asList(right)];
      if (lefts.length !== rights.length) return `${at}: ${lefts.length} and ${rights.length}`;
      for (const [index, part] of lefts.entries()) {
        found ??= differenceAt(under(part, one), under(rights[index], other), `${at}/${index}`, assumed);
      }
    } else if (JSON.stringify(left) !== JSON.stringify(right)) {
      found = `${at}: ${brief(left)} and ${brief(right)}`;
    }
    if (found !== undefined) return found;
  }
  return undefined;
}

function dereferenced({ schema, document }: Rooted): unknown {
  let current = schema;
  for (let step = 0; step < 50; step++) {
    const reference = asSchema(current)["$ref"];
    if (typeof reference !== "string" || !reference.startsWith("#")) break;
    current = reference
      .split("/")
      .slice(1)
      .reduce<unknown>((part, name) => asSchema(part)[decodeURIComponent(name)], document);
  }
  return current;
}

/** The forms a value can have, each with the keywords that matter for it, in one notation. */
function alternatives(rooted: Rooted): readonly Alternative[] {
  const written = asSchema(dereferenced(rooted));
  if (rooted.schema === false) return [];
  const { nullable, ...schema } = withoutFlags(written);
  if (nullable === true) return merged([...alternatives({ ...rooted, schema }), { const: null }]);
  const union = [...asList(schema["anyOf"]), ...asList(schema["oneOf"])];
  if (union.length > 0) return merged(union.flatMap((part) => alternatives({ ...rooted, schema: part })));
  // `if` a property has a value, `then` a schema, for each of its values: a union.
  const cases = asList(schema["allOf"]).map((part) => asSchema(part)["then"]);
  if (cases.length > 0 && cases.every((part) => part !== undefined)) {
    return alternatives({ ...rooted, schema: { anyOf: cases } });
  }
  const [onlyOne, ...others] = asList(schema["allOf"]);
  const arrays = asList(schema["allOf"]).filter((part) => asSchema(part)["type"] === "array");
  if (others.length > 0 && arrays.length === others.length + 1) {
    return alternatives({ ...rooted, schema: Object.assign({}, ...[...arrays].reverse()) as Schema });
  }
  if (onlyOne !== undefined && others.length === 0) return alternatives({ ...rooted, schema: onlyOne });
  if (isImpossible(schema)) return [];
  const values = "const" in schema ? [schema["const"]] : asList(schema["enum"]);
  if (values.length > 0) return merged(values.map((value) => ({ const: value })));
  const { type } = schema;
  const types = typeof type === "string" ? [type] : asList(type);
  if (types.length === 0) return [place({ ...annotationsLeftOut(schema) }, rooted.document)];
  return merged(types.flatMap((part) => ofType(String(part), schema, rooted.document)));
}

/** OpenAPI 3.0 says of a limit by a flag beside it that the limit itself is out. */
function withoutFlags(schema: Schema): Schema {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  return {
    ...rest,
    ...(exclusiveMinimum === true ? { exclusiveMinimum: minimum } : defined({ minimum, exclusiveMinimum })),
    ...(exclusiveMaximum === true ? { exclusiveMaximum: maximum } : defined({ maximum, exclusiveMaximum })),
  };
}

function defined(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined && value !== false));
}

function merged(found: readonly Alternative[]): readonly Alternative[] {
  const whole = new Set(
    found.flatMap((alternative) => (Object.keys(alternative).length === 1 ? [alternative["type"]] : [])),
  );
  const distinct = new Map<string, Alternative>();
  for (const alternative of found) {
    if ("const" in alternative && whole.has(typeof alternative["const"])) continue;
    const text = JSON.stringify(alternative);
    // What refers to other definitions is compared, not spelled out.
    distinct.set(/\$ref/u.test(text) ? `${text}${String(distinct.size)}` : text, alternative);
  }
  return withUnitedProperties([...distinct.values()]);
}

/** Two objects that differ in one property only are one, in which the property is either. */
function withUnitedProperties(found: readonly Alternative[]): readonly Alternative[] {
  for (const [index, one] of found.entries()) {
    for (const other of found.slice(index + 1)) {
      const [lefts, rights] = [asSchema(one["properties"]), asSchema(other["properties"])];
      const isLike = JSON.stringify({ ...one, properties: 0 }) === JSON.stringify({ ...other, properties: 0 });
      const differing = Object.keys(lefts).filter(
        (name) => JSON.stringify(lefts[name]) !== JSON.stringify(rights[name]),
      );
      const [name, ...more] = differing;
      if (!isLike || name === undefined || more.length > 0) continue;
      if (Object.keys(lefts).join() !== Object.keys(rights).join()) continue;
      const united = { ...one, properties: { ...lefts, [name]: { anyOf: [lefts[name], rights[name]] } } };
      const rest = found.filter((alternative) => alternative !== one && alternative !== other);
      return withUnitedProperties([...rest, place(united, documents.get(one))]);
    }
  }
  return found;
}

const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ["format", "pattern", "minLength", "maxLength"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  integer: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
};

function ofType(type: string, schema: Schema, document: unknown): readonly Alternative[] {
  if (type === "null") return [{ const: null }];
  if (type === "boolean") return [{ const: true }, { const: false }];
  if (type === "array") return [place(arrayAlternative(schema), document)];
  if (type === "object") return [place(objectAlternative(schema, document), document)];
  return [place({ type, ...picked(schema, KEYWORDS[type] ?? []) }, document)];
}

function arrayAlternative(schema: Schema): Alternative {
  const { items, prefixItems, additionalItems } = schema;
  const prefix = Array.isArray(items) ? items : asList(prefixItems);
  const rest = Array.isArray(items) ? additionalItems : items;
  const isEnded = (Array.isArray(items) && rest === undefined) || rest === false;
  const maxItems = schema["maxItems"] ?? (isEnded ? prefix.length : undefined);
  const isRestOf = typeof rest === "object" && (maxItems === undefined || Number(maxItems) > prefix.length);
  // `[A, A]` is an array of two `A`s.
  const elements = [...prefix, ...(isRestOf ? [rest] : [])];
  const isUniform = new Set(elements.map((part) => JSON.stringify({ ...asSchema(part), title: "" }))).size === 1;
  if (isUniform && prefix.length > 0)
    return arrayAlternative({ ...schema, maxItems, prefixItems: [], items: prefix[0] });
  return {
    type: "array",
    ...(prefix.length > 0 && { prefixItems: prefix }),
    ...(isRestOf && { items: rest }),
    ...(Number(schema["minItems"] ?? 0) > 0 && { minItems: schema["minItems"] }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

function objectAlternative(schema: Schema, document: unknown): Alternative {
  const { additionalProperties, propertyNames } = schema;
  // Each of the names that are allowed is a property.
  const names = asList(asSchema(propertyNames)["enum"]).map(String);
  if (names.length > 0) {
    const properties = Object.fromEntries(names.map((name) => [name, additionalProperties]));
    return objectAlternative({ type: "object", required: schema["required"], properties }, document);
  }
  const required = asList(schema["required"]).map(String).sort();
  // A property that can have no value is one that is not there.
  const properties = Object.entries(asSchema(schema["properties"])).filter(
    ([name, part]) => required.includes(name) || !isImpossible(dereferenced({ schema: part, document })),
  );
  const isOpen = typeof additionalProperties === "object" && Object.keys(additionalProperties ?? {}).length > 0;
  return {
    type: "object",
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
    ...(isOpen && { additionalProperties }),
    ...picked(schema, ["patternProperties", "minProperties"]),
  };
}

function isImpossible(schema: unknown): boolean {
  const { not } = asSchema(schema);
  return typeof not === "object" && not !== null && Object.keys(not).length === 0;
}

function annotationsLeftOut(schema: Schema): Schema {
  const annotations = new Set(["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"]);
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !annotations.has(keyword) && !/^\$|^definitions$/u.test(keyword)),
  );
}

function picked(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(keywords.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])));
}

function place(alternative: Alternative, document: unknown): Alternative {
  documents.set(alternative, document);
  return alternative;
}

function asSchema(value: unknown): Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function brief(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 150 ? `${text.slice(0, 150)}…` : text;
}
