/** Collects what is to be asked about schemas, asks it all at once, and keeps the answers. */
import type { SchemaAnswer, SchemaReader, SchemaRequest } from "../schema-reader.js";
import type { SchemaSource } from "./observed.js";
import { stableText, type Components } from "./schemas.js";

export class SchemaBook {
  readonly #requests = new Map<string, SchemaRequest>();
  readonly #answers = new Map<string, SchemaAnswer>();
  components: Components = {};

  add(source: SchemaSource | undefined): void {
    if (source && source.of !== "schema") this.#requests.set(stableText(source), source);
  }

  ask(reader: SchemaReader | undefined): void {
    const requests = [...this.#requests.entries()];
    const reading = reader?.read(requests.map(([, request]) => request));
    for (const [index, [key]] of requests.entries()) {
      const answer = reading?.answers[index];
      if (answer) this.#answers.set(key, answer);
    }
    this.components = reading?.components ?? {};
  }

  answer(source: SchemaSource | undefined): SchemaAnswer {
    if (!source) return NOTHING;
    if (source.of === "schema") return { schema: source.schema, problems: [] };
    return this.#answers.get(stableText(source)) ?? NOTHING;
  }
}

const NOTHING: SchemaAnswer = { schema: {}, problems: [] };
