/** Turns types and validators into JSON Schema: answers what an API document asks. */
import type ts from "typescript";
import type { SchemaAnswer, SchemaReader, SchemaRequest } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";
import { locate } from "./locate.js";

export interface SchemaReaderOptions {
  readonly typescript: TypeScript;
  /** The program whose checker speaks for a file. */
  programOf(file: string): ts.Program | undefined;
}

export function createSchemaReader(options: SchemaReaderOptions): SchemaReader {
  return {
    read: (requests) => ({ answers: requests.map((request) => answer(options, request)), components: {} }),
  };
}

function answer(options: SchemaReaderOptions, request: SchemaRequest): SchemaAnswer {
  const program = options.programOf(request.file);
  const file = program?.getSourceFile(request.file);
  const span = "span" in request ? request.span : request.function;
  if (!program || !file || request.of === "validator") return unread(request.file, span);
  const located = locate(options.typescript, program.getTypeChecker(), file, request);
  if (!located) return unread(request.file, span);
  const { TypeFlags } = options.typescript;
  const { flags } = located.type;
  if (flags & TypeFlags.StringLike) return { schema: { type: "string" }, problems: [] };
  if (flags & TypeFlags.NumberLike) return { schema: { type: "number" }, problems: [] };
  if (flags & TypeFlags.BooleanLike) return { schema: { type: "boolean" }, problems: [] };
  if (flags & TypeFlags.Null) return { schema: { type: "null" }, problems: [] };
  return unread(request.file, { start: located.node.getStart(file), end: located.node.end });
}

function unread(file: string, span: { readonly start: number; readonly end: number }): SchemaAnswer {
  return { schema: {}, problems: [{ file, span, subject: "the type", reason: "cannot be read yet" }] };
}
