/** Sees what decorators say of a handler and its parameters. */
import type { HandlerAnswer, ReadDecorator, ReadParameter, Written } from "../handler-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { DecoratorConventions, Role } from "./conventions.js";
import { argumentAt, type Frame, literalOf, placeOf } from "./frames.js";
import type { Observed, SchemaSource } from "./observed.js";

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
          isRequired:
            !isOptional && (conventions.isOptional !== true || part === "path" || isAskedFor(decorator, frame)),
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
  { answers = [], texts = {}, deprecated = [] }: DecoratorConventions,
  { file, span }: CodeFunction,
  all: readonly ReadDecorator[],
  observed: Observed,
): void {
  const frame: Frame = { file, bindings: new Map() };
  for (const decorator of all) {
    const { name, arguments: given, typed } = decorator;
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
