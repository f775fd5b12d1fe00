/** The language's own mapped types of what a type parameter stands for, which the checker leaves open: `Omit<T, "id">`. */
import type ts from "typescript";
import type { JsonSchema } from "../../schema-reader.js";
import { bound, mentionsBound } from "./bindings.js";
import { objectSchema } from "./objects.js";
import { type Outcome, present, type Visit } from "./visit.js";
import type { TypeWalker } from "./walker.js";

/** What each makes of an object's schema, given the names of its second argument. */
const MAPPED: Readonly<Record<string, (schema: JsonSchema, names: ReadonlySet<string>) => JsonSchema>> = {
  Omit: (schema, names) => only(schema, (name) => !names.has(name)),
  Pick: (schema, names) => only(schema, (name) => names.has(name)),
  Partial: (schema) => ({ ...schema, required: [] }),
  Required: (schema) => ({ ...schema, required: Object.keys(schema.properties ?? {}) }),
  Readonly: (schema) => schema,
};

/** @returns undefined for types that the checker has worked out itself */
export function mappedOutcome(walker: TypeWalker, type: ts.Type, visit: Visit): Outcome | undefined {
  const { ts, checker } = walker;
  const { aliasSymbol, aliasTypeArguments: [mapped, keys] = [] } = type;
  const map = aliasSymbol && Object.hasOwn(MAPPED, aliasSymbol.name) ? MAPPED[aliasSymbol.name] : undefined;
  if (!map || !mapped || !mentionsBound(checker, mapped, visit.bindings)) return undefined;
  const known = bound(ts, checker, mapped, visit.bindings);
  if (visit.inside.length > 0 && visit.inside.includes(known)) return undefined;
  const inner = { ...visit, inside: [...visit.inside, known] };
  const schema = mappedOutcome(walker, known, inner)?.schema ?? objectSchema(walker, known, inner);
  const key = keys && bound(ts, checker, keys, visit.bindings);
  const literals = key?.isUnion() ? key.types : key ? [key] : [];
  const names = literals.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  const { required = [], ...made } = map(schema, new Set(names));
  return present({ ...made, ...(required.length > 0 && { required }) });
}

function only(
  { properties = {}, required = [], ...schema }: JsonSchema,
  isKept: (name: string) => boolean,
): JsonSchema {
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isKept(name))),
    required: required.filter(isKept),
  };
}
