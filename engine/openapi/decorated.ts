/** Sees what decorators say of a handler and its parameters. */
import type { HandlerAnswer, ReadDecorator, ReadParameter, Written } from "../handler-reader.js";
import type { PlacedDecorator } from "./class-decorators.js";
import type { Code, CodeFunction } from "./code.js";
import type { DecoratorConventions, Role } from "./conventions.js";
import { argumentAt, type Frame, literalOf, placeOf } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";
import { statusesOf } from "./settled.js";

export function observeDecorators(
  conventions: DecoratorConventions,
  handler: CodeFunction,
  { parameters }: HandlerAnswer,
  code: Code,
  observed: Observed,
): void {
  const frame: Frame = { file: handler.file, bindings: new Map() };
  for (const [index, { decorators, isOptional = false, name: parameterName }] of parameters.entries())
    for (const decorator of decorators) {
      const shape = conventions.parameters[decorator.name];
      if (!shape) continue;
      const [first] = decorator.arguments;
      const written = first && literalOf(first, frame);
      const name = typeof written === "string" ? written : shape.isNamed === true ? parameterName : undefined;
      const usual = defaultOf(conventions, decorator, frame, code);
      const pipe = pipeOf(conventions, decorator, frame, code);
      const declared: SchemaSource = {
        of: "parameter",
        direction: "input",
        file: handler.file,
        function: handler.span,
        index,
      };
      const source: SchemaSource = pipe ? { of: "schema", schema: pipe } : declared;
      const { part, contentType, file } = shape;
      if (name !== undefined || file) {
        observed.reads.push({
          part,
          name: name ?? parameterName ?? "file",
          at: { file: handler.file, span: handler.span },
          ...(contentType !== undefined && { contentType }),
          ...(file && { file }),
          sources: file ? [] : [source],
          ...(usual && { default: usual }),
          isRequired:
            !isOptional &&
            !usual &&
            (conventions.isOptional !== true || part === "path" || isAskedFor(decorator, frame)),
        });
      } else {
        observed.declared.push({ part, source, ...(contentType !== undefined && { contentType }) });
      }
    }
}

/** What a parameter is by its decorators, or else by its place. */
export function roleOf(
  { decorators }: ReadParameter,
  conventions: DecoratorConventions | undefined,
  usual: Role | undefined,
): Role | undefined {
  return decorators.map(({ name }) => conventions?.roles[name]).find((role) => role !== undefined) ?? usual;
}

/** What the handler and its class are called, and which answers they declare. */
export function observeDeclarations(
  conventions: DecoratorConventions,
  { span }: CodeFunction,
  all: readonly PlacedDecorator[],
  observed: Observed,
): void {
  const { answers = [], texts = {}, deprecated = [] } = conventions;
  for (const { decorator, file } of all) {
    const frame: Frame = { file, bindings: new Map() };
    const { name, arguments: given, typed } = decorator;
    observeDescribed(conventions, decorator, { file, span }, observed);
    const written = given.flatMap((each) => literalOf(each, frame) ?? []).map(String);
    if (texts[name] === "tags") observed.texts.tags = [...(observed.texts.tags ?? []), ...written];
    if (texts[name] === "operationId" && written[0] !== undefined) observed.texts.operationId = written[0];
    if (deprecated.includes(name)) observed.isDeprecated = true;
    if (!answers.includes(name)) continue;
    const [, description] = written;
    observed.answers.push({
      status: decoratedStatus(decorator, frame) ?? "default",
      at: { file, span },
      hasBody: typed !== undefined,
      ...(typed && { source: { of: "type-argument", direction: "output", file, span: typed, index: 0 } }),
      ...(description !== undefined && { description }),
      headers: [],
      isDeclared: true,
    });
  }
}

/** What options of decorators describe: `@ApiOkResponse({ type: User })`, `@ApiOperation({ summary: "…" })`. */
function observeDescribed(
  { described = {}, operations = [], declaring = {} }: DecoratorConventions,
  { name, arguments: given }: ReadDecorator,
  { file, span }: CodeFunction,
  observed: Observed,
): void {
  const frame: Frame = { file, bindings: new Map() };
  const option = (key: string): Written | undefined => argumentAt(given, `0.${key}`, frame)?.value;
  const literal = (key: string) => {
    const value = option(key);
    return value && literalOf(value, frame);
  };
  const text = (key: string): string | undefined => {
    const value = literal(key);
    return typeof value === "string" ? value : undefined;
  };
  if (operations.includes(name)) {
    for (const key of ["summary", "description", "operationId"] as const) {
      const written = text(key);
      if (written !== undefined) observed.texts[key] = written;
    }
    const tags = option("tags");
    if (tags?.is === "array")
      observed.texts.tags = [
        ...(observed.texts.tags ?? []),
        ...tags.elements.map((each) => String(literalOf(each, frame) ?? "")),
      ];
    if (literal("deprecated") === true) observed.isDeprecated = true;
  }
  const part = Object.hasOwn(declaring, name) ? declaring[name] : undefined;
  const parameter = text("name");
  if (part && parameter !== undefined)
    observed.reads.push({
      part,
      name: parameter,
      at: { file, span },
      sources: [],
      isRequired: literal("required") !== false,
    });
  const status = Object.hasOwn(described, name) ? described[name] : undefined;
  if (status === undefined) return;
  const [written] = status === "option" ? (statusesOf("0.status", given, frame) ?? []) : [status];
  const type = option("type");
  const isList = literal("isArray") === true;
  const source = type && typeSource(type, isList, file);
  const description = text("description");
  observed.answers.push({
    status: typeof written === "number" ? written : "default",
    at: { file, span },
    hasBody: source !== undefined,
    ...(source && { source, isDeclared: true, contentType: "application/json" }),
    ...(description !== undefined && { description }),
    headers: [],
  });
}

/** A class, a list of one, or a function that gives either. */
function typeSource(type: Written, isList: boolean, file: string): SchemaSource | undefined {
  const [element] = type.is === "array" ? type.elements : [type];
  if (element?.is !== "chain") return undefined;
  const { root, steps } = element.chain;
  const primitive = root.is === "name" && steps.length === 0 ? PRIMITIVES[root.name] : undefined;
  const one: SchemaSource = primitive
    ? { of: "schema", schema: { type: primitive } }
    : { of: "expression", direction: "output", file, span: element.span, isClass: true };
  return isList || type.is === "array" ? { of: "list", source: one } : one;
}

const PRIMITIVES: Readonly<Record<string, string>> = { String: "string", Number: "number", Boolean: "boolean" };

/** The status that is written first, be it as a text: `@Response("404")`. */
export function decoratedStatus({ arguments: [first] }: ReadDecorator, frame: Frame): number | undefined {
  const status = first && Number(literalOf(first, frame) ?? Number.NaN);
  return Number.isInteger(status) ? status : undefined;
}

/** `@QueryParam("page", { required: true })` */
function isAskedFor({ arguments: given }: ReadDecorator, frame: Frame): boolean {
  const found = argumentAt(given, "1.required", frame);
  return found !== undefined && literalOf(found.value, found.frame) === true;
}

/** `new DefaultValuePipe(1)` */
function defaultOf(
  { defaults = [] }: DecoratorConventions,
  decorator: ReadDecorator,
  frame: Frame,
  code: Code,
): Written | undefined {
  for (const argument of decorator.arguments) {
    const name = nameOf(argument, frame, code);
    const call = argument.is === "chain" ? argument.chain.steps.findLast((step) => step.do === "call") : undefined;
    if (name !== undefined && defaults.includes(name) && call?.do === "call") return call.arguments[0];
  }
  return undefined;
}

/** What a pipe makes of the text: `ParseIntPipe`, `new ParseUUIDPipe({ version: "4" })`. */
function pipeOf(
  { pipes }: DecoratorConventions,
  decorator: ReadDecorator,
  frame: Frame,
  code: Code,
): Readonly<Record<string, string>> | undefined {
  for (const argument of decorator.arguments) {
    const name = nameOf(argument, frame, code);
    const found = name === undefined ? undefined : pipes[name];
    if (found) return found;
  }
  return undefined;
}

function nameOf(value: Written, frame: Frame, code: Code): string | undefined {
  if (value.is !== "chain") return undefined;
  const { root } = placeOf(value.chain, frame, code);
  if (root.is === "external") return root.steps.at(-1);
  return value.chain.root.is === "name" ? value.chain.root.name : undefined;
}
