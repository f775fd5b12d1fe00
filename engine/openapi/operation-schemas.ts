/** The schemas of one operation: what the document knows of its sources, and what could not be told of them. */
import type { JsonSchema, Maker, SchemaAnswer, SchemaProblem } from "../schema-reader.js";
import type { SchemaSource } from "./observed.js";
import type { SchemaBook } from "./schema-book.js";
import { type Components, propertiesOf } from "./schemas.js";

export class OperationSchemas {
  readonly problems: SchemaProblem[] = [];
  readonly #book: SchemaBook;
  readonly #makers: readonly Maker[];

  /** @param makers what made what the handler belongs to */
  constructor(book: SchemaBook, makers: readonly Maker[]) {
    this.#book = book;
    this.#makers = makers;
  }

  get components(): Components {
    return this.#book.components;
  }

  answer(source: SchemaSource | undefined): SchemaAnswer {
    return this.#book.answer(source, this.#makers);
  }

  /** @param property the one of its properties that is asked for */
  of(source: SchemaSource | undefined, property?: string): JsonSchema {
    const { schema, description } = this.answer(source);
    if (property !== undefined) return propertiesOf(schema, this.components)?.properties[property] ?? {};
    return description !== undefined && schema.$ref === undefined && schema.description === undefined
      ? { ...schema, description }
      : schema;
  }

  /** JSON has no form of it. */
  isAbsent(source: SchemaSource): boolean {
    return this.answer(source).absent === "always";
  }

  /** What could not be told of the source is a problem of the document's. */
  report(source: SchemaSource | undefined): void {
    this.problems.push(...this.answer(source).problems);
  }
}
