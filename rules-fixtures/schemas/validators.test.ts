/** Schemas of validation libraries, read statically, say what the libraries themselves say of them when they run. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Direction, SchemaReader, SchemaReading } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { toJsonSchema } from "@valibot/to-json-schema";
import { z } from "zod";
import { INSTALLED, LIBRARY } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";
import { difference } from "./equivalence.js";
import * as arktype from "./arktype.js";
import * as typebox from "./typebox.js";
import * as valibot from "./valibot.js";
import * as zod from "./zod.js";

/** The schemas of one file, and what their library says of each. */
interface Library {
  readonly name: string;
  readonly schemas: Readonly<Record<string, unknown>>;
  expected(schema: unknown, direction: Direction): unknown;
}

const libraries: readonly Library[] = [
  {
    name: "zod",
    schemas: zod,
    expected: (schema, io) =>
      withoutPatternsOfFormats(z.toJSONSchema(schema as z.ZodType, { io, unrepresentable: "any" })),
  },
  {
    name: "valibot",
    schemas: valibot,
    expected: (schema, typeMode) =>
      toJsonSchema(schema as never, { typeMode, errorMode: "ignore", target: "draft-2020-12" }),
  },
  {
    name: "arktype",
    schemas: arktype,
    expected: (schema) => withoutPatternsOfFormats((schema as typeof arktype.User).toJsonSchema()),
  },
  { name: "typebox", schemas: typebox, expected: (schema) => withOwnReferences(schema as typeof typebox.text) },
];

for (const library of libraries) {
  const file = `/project/${library.name}.ts`;
  const source = readFileSync(new URL(`../../schemas/${library.name}.ts`, import.meta.url), "utf8");
  for (const [mode, mounts] of [
    ["with its types", [LIBRARY, INSTALLED]],
    ["where it is not installed", [LIBRARY]],
  ] as const) {
    describe(`schemas of ${library.name}, ${mode}`, function () {
      this.timeout(60_000);
      let reader: SchemaReader | undefined;
      before(() => {
        reader = openProject(memoryHost(new Map([[file, source]]), mounts), ["/project"]).schemas;
      });

      for (const [name, schema] of Object.entries(library.schemas)) {
        it(name, () => {
          assert.ok(reader);
          for (const direction of ["input", "output"] as const) {
            const start = source.search(new RegExp(String.raw`(?<=export const )${name}\b`));
            const span = { start, end: start + name.length };
            const reading: SchemaReading = reader.read([{ of: "validator", file, span, direction }]);
            const read = {
              schema: reading.answers[0]?.schema,
              document: { components: { schemas: reading.components } },
            };
            const expected = library.expected(schema, direction);
            const found = difference(read, { schema: expected, document: expected });
            assert.equal(found, undefined, `${direction}: ${JSON.stringify({ read, expected }, undefined, 2)}`);
          }
        });
      }
    });
  }
}

/** zod adds the pattern that it checks a format by, and the limits of safe integers: a format says as much. */
function withoutPatternsOfFormats(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const { pattern, format, minimum, maximum, ...rest } = value as Record<string, unknown>;
    const isFormat = typeof format === "string" && !/^(?:starts_with|ends_with|includes)$/.test(format);
    return {
      ...rest,
      ...(isFormat && { format }),
      ...(typeof pattern === "string" &&
        !isFormat && { pattern: pattern.replace("(a|b)", "(?:a|b)").replace(/^\.\*|\.\*$/g, "") }),
      ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
      ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    };
  });
}

/** TypeBox refers to a schema by its `$id`. */
function withOwnReferences(schema: { readonly $id?: string | undefined }): unknown {
  const named = JSON.stringify({ $ref: schema.$id });
  return JSON.parse(JSON.stringify(schema).replaceAll(named, JSON.stringify({ $ref: "#" })));
}
