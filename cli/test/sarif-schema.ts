/** Holds SARIF against the standard's own schema. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";

const require = createRequire(import.meta.url);
const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const schema = JSON.parse(readFileSync(file, "utf8")) as object;
// A pattern of the schema is no valid regular expression in Unicode mode.
const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const matches = ajv.compile(schema);

/** Parses the output and fails with every violation of the schema. */
export function parseSarif(json: string): Log {
  const log: unknown = JSON.parse(json);
  assert.ok(matches(log), ajv.errorsText(matches.errors));
  return log as Log;
}
