/** Sees what decorators say of a handler's parameters. */
import type { HandlerAnswer, ReadDecorator, Written } from "../handler-reader.js";
import type { Code, CodeFunction } from "./code.js";
import type { DecoratorConventions } from "./conventions.js";
import { type Frame, literalOf, placeOf } from "./frames.js";
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
      const name = first && literalOf(first, frame);
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
      if (typeof name === "string" || file) {
        observed.reads.push({
          part,
          ...(typeof name === "string" ? { name } : file && { name: parameterName ?? "file" }),
          at: { file: handler.file, span: handler.span },
          ...(contentType !== undefined && { contentType }),
          ...(file && { file }),
          sources: file ? [] : [source],
          isRequired: !isOptional,
        });
      } else {
        observed.declared.push({ part, source, ...(contentType !== undefined && { contentType }) });
      }
    }
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
