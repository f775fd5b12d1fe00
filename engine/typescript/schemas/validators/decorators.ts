/** What decorators of a class's property say of it: `@IsEmail()`, `@Min(1)`, `@ApiProperty({ example })`. */
import type ts from "typescript";
import type { Json, JsonSchema, JsonType } from "../../../schema-reader.js";
import { unwrap } from "../../expressions.js";
import type { Outcome } from "../visit.js";
import type { LibraryPaths } from "./library-paths.js";
import type { Call } from "./make.js";
import { operate } from "./operate.js";
import type { Reading } from "./reading.js";
import { plain, schemaOf, type Validator } from "./validator.js";
import { MODULE_SCOPE } from "./written-value.js";

export interface Decorated {
  /** The outcome with what the decorators say; its schema is undefined where they leave the property out. */
  readonly outcome: Outcome;
  /** The name that JSON has the property under, where it is another one. */
  readonly name?: string | undefined;
}

/** @returns undefined where no known decorator says anything */
export function decorated(
  reading: Reading,
  paths: LibraryPaths,
  declaration: ts.Node,
  outcome: Outcome,
): Decorated | undefined {
  const { ts } = reading.walker;
  const decorators = ts.canHaveDecorators(declaration) ? (ts.getDecorators(declaration) ?? []) : [];
  let current: Validator | undefined;
  let name: string | undefined;
  for (const { expression } of decorators) {
    const node = unwrap(ts, expression);
    if (!ts.isCallExpression(node)) continue;
    const found = paths.of(node.expression);
    const table = found?.library.decorators;
    const operation =
      found && table && Object.hasOwn(table, found.path.join(".")) ? table[found.path.join(".")] : undefined;
    if (!found || !operation) continue;
    const { library } = found;
    const args = node.arguments.map((argument) => ({ node: argument, scope: MODULE_SCOPE }));
    const call: Call = { node, library, arguments: args };
    const options = args.map((argument) => reading.constants.value(argument)).find(isObject);
    if (operation.does === "rename") name = typeof options?.["name"] === "string" ? options["name"] : name;
    current ??= ofOutcome(call, outcome);
    const isOfEach = options?.["each"] === true && current.type === "array";
    const apply = (subject: Validator): Validator => operate(reading, operation, subject, call) ?? subject;
    current = isOfEach ? withElements(reading, current, apply) : apply(current);
  }
  const result = current;
  if (!result) return undefined;
  const schema = result.isAbsent ? undefined : schemaOf(result, reading);
  return { outcome: { schema, mayBeAbsent: result.isOptional() }, name };
}

function ofOutcome({ library }: Call, { schema, mayBeAbsent }: Outcome): Validator {
  const type = typeOf(schema ?? {});
  return { ...plain(library, schema ?? {}), type, isOptional: () => mayBeAbsent, isAbsent: schema === undefined };
}

/** The type that limits are about: of what may be null, the other one. */
function typeOf({ type }: JsonSchema): JsonType | undefined {
  const types = type === undefined ? [] : typeof type === "string" ? [type] : type;
  const [only, ...others] = types.filter((one) => one !== "null");
  return others.length === 0 ? only : undefined;
}

/** `@IsUUID("4", { each: true })` is about the elements. */
function withElements(reading: Reading, subject: Validator, apply: (element: Validator) => Validator): Validator {
  const base = schemaOf(subject, reading);
  const items = typeof base.items === "object" ? base.items : {};
  const element = apply({ ...plain(subject.library, items), type: typeOf(items) });
  const whole = { ...base, items: schemaOf(element, reading) };
  return { ...plain(subject.library, whole), type: "array", isOptional: () => subject.isOptional() };
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
