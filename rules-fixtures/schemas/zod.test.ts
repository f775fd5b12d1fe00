/** zod's schemas, read statically, say what zod's own `toJSONSchema` says when it runs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Direction, JsonSchema, SchemaReader } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { z } from "zod";
import { INSTALLED, LIBRARY } from "../check-fixtures.js";
import { memoryHost } from "../memory-host.js";
import { difference } from "./equivalence.js";
import * as schemas from "./zod.js";

const FILE = "/project/zod.ts";
const source = readFileSync(new URL("../../schemas/zod.ts", import.meta.url), "utf8");

for (const [mode, mounts] of [
  ["with zod's types", [LIBRARY, INSTALLED]],
  ["where zod is not installed", [LIBRARY]],
] as const) {
  describe(`schemas of zod, ${mode}`, function () {
    this.timeout(60_000);
    let reader: SchemaReader | undefined;
    before(() => {
      reader = openProject(memoryHost(new Map([[FILE, source]]), mounts), ["/project"]).schemas;
    });

    for (const [name, schema] of Object.entries(schemas)) {
      it(name, () => {
        assert.ok(reader);
        for (const io of ["input", "output"] as const) {
          const expected = withoutPatternsOfFormats(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
          const read = readStatically(reader, name, io);
          const found = difference(
            { schema: read.schema, document: { components: { schemas: read.components } } },
            { schema: expected, document: expected },
          );
          assert.equal(found, undefined, `${io}: ${JSON.stringify({ read, expected }, undefined, 2)}`);
        }
      });
    }
  });
}

function readStatically(reader: SchemaReader, name: string, direction: Direction) {
  const start = source.search(new RegExp(String.raw`(?<=export const )${name}\b`));
  const span = { start, end: start + name.length };
  const { answers, components } = reader.read([{ of: "validator", file: FILE, span, direction }]);
  const [answer] = answers;
  assert.ok(answer);
  return { schema: answer.schema, components };
}

/** zod adds the pattern that it checks a format by, and the limits of safe integers: a format says as much. */
function withoutPatternsOfFormats(schema: unknown): JsonSchema {
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
  }) as JsonSchema;
}
