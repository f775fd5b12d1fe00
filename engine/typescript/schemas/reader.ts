/** Turns types and validators into JSON Schema: answers what an API document asks. */
import type ts from "typescript";
import type { SchemaAnswer, SchemaProblem, SchemaReader, SchemaRequest } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";
import { Components } from "./components.js";
import { expressionAt, locate } from "./locate.js";
import type { Outcome } from "./visit.js";
import { TypeWalker } from "./walker.js";

export interface SchemaReaderOptions {
  readonly typescript: TypeScript;
  /** The program whose checker speaks for a file. */
  programOf(file: string): ts.Program | undefined;
}

export function createSchemaReader(options: SchemaReaderOptions): SchemaReader {
  return {
    read: (requests) => {
      const document = new DocumentSchemas(options);
      const answers = requests.map((request) => document.answer(request));
      const { schemas, components } = document.components.named(answers.map(({ schema }) => schema));
      return {
        answers: answers.map((answer, index) => ({ ...answer, schema: schemas[index] ?? {} })),
        components,
      };
    },
  };
}

/** The schemas of one document: programs, and the components they share. */
class DocumentSchemas {
  readonly components = new Components();
  readonly #options: SchemaReaderOptions;
  readonly #walkers = new Map<ts.Program, TypeWalker>();

  constructor(options: SchemaReaderOptions) {
    this.#options = options;
  }

  answer(request: SchemaRequest): SchemaAnswer {
    const span = "span" in request ? request.span : request.function;
    const failed = (reason: string): SchemaAnswer => ({
      schema: {},
      problems: [{ file: request.file, span, subject: "The type", reason }],
    });
    const program = this.#options.programOf(request.file);
    const file = program?.getSourceFile(request.file);
    if (!program || !file) return failed("is in a file that is not part of the project");
    try {
      const walker = this.#walkerOf(program);
      const problems: SchemaProblem[] = [];
      const outcome = this.#outcome(walker, file, request, problems);
      if (!outcome) return failed("is not there");
      const { schema, mayBeAbsent } = outcome;
      this.components.finish();
      const absent = schema === undefined ? "always" : mayBeAbsent ? "sometimes" : undefined;
      return { schema: schema ?? {}, problems, ...(absent && { absent }) };
    } catch {
      // The checker can throw on code it was never meant to see; one such type must not end the document.
      return failed("could not be read");
    }
  }

  #outcome(
    walker: TypeWalker,
    file: ts.SourceFile,
    request: SchemaRequest,
    problems: SchemaProblem[],
  ): Outcome | undefined {
    const { typescript } = this.#options;
    if (request.of === "validator") {
      const node = expressionAt(typescript, file, request.span);
      return node && walker.validator(node, request.direction, problems);
    }
    const located = locate(typescript, walker.checker, file, request);
    return located && walker.begin(located.type, request.direction, located.node, located.written, problems);
  }

  #walkerOf(program: ts.Program): TypeWalker {
    const known = this.#walkers.get(program);
    if (known) return known;
    const walker = new TypeWalker(this.#options.typescript, program, this.components, this.#walkers.size);
    this.#walkers.set(program, walker);
    return walker;
  }
}
