/** Turns types and validators into JSON Schema: answers what an API document asks. */
import type ts from "typescript";
import type { SchemaAnswer, SchemaProblem, SchemaReader, SchemaReading, SchemaRequest } from "../../schema-reader.js";
import type { TypeScript } from "../declaration.js";
import { bindingsWithin } from "./bindings.js";
import { Components } from "./components.js";
import { expressionAt, locate } from "./locate.js";
import { type Outcome, present } from "./visit.js";
import { TypeWalker } from "./walker.js";

export interface SchemaReaderOptions {
  readonly typescript: TypeScript;
  /** The program whose checker speaks for a file. */
  programOf(file: string): ts.Program | undefined;
}

/** Also answers before the components have their names: those are decided over all of a document. */
export interface UnnamedSchemaReader extends SchemaReader {
  /** @returns the answers' own problems, without those of components; references are those of the components */
  readUnnamed(requests: readonly SchemaRequest[], components: Components): readonly SchemaAnswer[];
}

export function createSchemaReader(options: SchemaReaderOptions): UnnamedSchemaReader {
  const readUnnamed = (requests: readonly SchemaRequest[], components: Components): readonly SchemaAnswer[] => {
    const document = new DocumentSchemas(options, components);
    return requests.map((request) => document.answer(request));
  };
  return {
    readUnnamed,
    read: (requests) => {
      const components = new Components();
      return namedReading(readUnnamed(requests, components), components);
    },
  };
}

/** The answers with the final names of the components that they need, and with these components' problems. */
export function namedReading(answers: readonly SchemaAnswer[], components: Components): SchemaReading {
  const named = components.named(answers.map(({ schema }) => schema));
  const known = new Set<string>();
  return {
    answers: answers.map((answer, index) => ({
      ...answer,
      schema: named.schemas[index] ?? {},
      problems: [...answer.problems, ...components.problemsBelow(answer.schema, known)],
    })),
    components: named.components,
  };
}

/** The schemas of one document: programs, and the components they share. */
class DocumentSchemas {
  readonly #options: SchemaReaderOptions;
  readonly #components: Components;
  readonly #walkers = new Map<ts.Program, TypeWalker>();

  constructor(options: SchemaReaderOptions, components: Components) {
    this.#options = options;
    this.#components = components;
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
      const walker = this.walkerOf(program);
      const problems: SchemaProblem[] = [];
      const outcome = this.outcome(walker, file, request, problems);
      if (!outcome) return failed("is not there");
      const { schema, mayBeAbsent } = outcome;
      this.#components.finish(problems);
      const absent = schema === undefined ? "always" : mayBeAbsent ? "sometimes" : undefined;
      return { schema: schema ?? {}, problems, ...(absent && { absent }) };
    } catch {
      // The checker can throw on code it was never meant to see; one such type must not end the document.
      return failed("could not be read");
    }
  }

  private outcome(
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
    const located = locate(typescript, walker.checker, file, request, (declaration) => walker.isOwn(declaration));
    const { within = [] } = request;
    const bindings = within.length > 0 ? bindingsWithin(typescript, walker.program, within) : undefined;
    if (located?.schema) return present(located.schema);
    return located && walker.begin(located.type, request.direction, located.node, located.written, problems, bindings);
  }

  private walkerOf(program: ts.Program): TypeWalker {
    const known = this.#walkers.get(program);
    if (known) return known;
    const walker = new TypeWalker(this.#options.typescript, program, this.#components, this.#walkers.size);
    this.#walkers.set(program, walker);
    return walker;
  }
}
