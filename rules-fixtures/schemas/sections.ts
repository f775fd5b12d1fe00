/** Reads documents of sections: sources, and the schema that is expected of what they declare. */
import type { Project, SchemaRequest } from "@loopguard/engine";

export interface Section {
  readonly title: string;
  /** Sources by file name; the one without a name is `main.ts`, or `main.js`. */
  readonly files: ReadonlyMap<string, string>;
  /** What is expected as JSON, for each direction that is asked for. */
  readonly expected: ReadonlyMap<"input" | "output", unknown>;
}

/** The sections of a Markdown document: `###`, then fences of `ts` or `js`, then of `json`, or `json input`. */
export function sectionsOf(markdown: string): readonly Section[] {
  return markdown
    .split(/^### /mu)
    .slice(1)
    .map((text) => {
      const files = new Map<string, string>();
      const expected = new Map<"input" | "output", unknown>();
      for (const [, info = "", content = ""] of text.matchAll(/^```([^\n]*)\n(.*?)^```$/gmsu)) {
        const [language = "", name] = info.split(" ");
        if (language === "json") expected.set(name === "input" ? "input" : "output", JSON.parse(content));
        else files.set(name ?? `main.${language}`, content);
      }
      return { title: text.slice(0, text.indexOf("\n")).trim(), files, expected };
    });
}

/**
 * What is read of the section's `asked` (the type of a value), `schema` (a validator) or `handler` (what a function
 * returns), in the form that sections write it in.
 */
export function readSection(
  { schemas }: Project,
  folder: string,
  section: Section,
  direction: "input" | "output",
): unknown {
  const [name = "", text = ""] = [...section.files].at(-1) ?? [];
  const declaration = /(?<=const |function )(?:asked|schema|handler)\b/u.exec(text);
  const { 0: asked = "", index: start = 0 } = declaration ?? {};
  const file = `${folder}/${name}`;
  const span = { start, end: start + asked.length };
  const request: SchemaRequest =
    asked === "handler"
      ? { of: "result", file, function: functionSpan(text), direction }
      : { of: asked === "asked" ? "expression" : "validator", file, span, direction };
  const reading = schemas?.read([request]);
  const [answer] = reading?.answers ?? [];
  const problems = (answer?.problems ?? []).map(({ subject, reason }) => `${subject} ${reason}`);
  return {
    ...answer?.schema,
    ...(Object.keys(reading?.components ?? {}).length > 0 && { components: reading?.components }),
    ...(answer?.absent !== undefined && { absent: answer.absent }),
    ...(problems.length > 0 && { problems }),
  };
}

/** From the keyword to the end of the text: handlers stand last. */
function functionSpan(text: string): { readonly start: number; readonly end: number } {
  const start = text.search(/^(?:async )?function handler\b/mu);
  return { start, end: text.trimEnd().length };
}
