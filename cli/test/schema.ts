/** Holds JSON output against the published schema. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const schema = JSON.parse(readFileSync(new URL("../../schema/findings-v1.json", import.meta.url), "utf8")) as object;
const matches = ajv.compile(schema);

/** Parses the output and fails with every violation of the schema. */
export function assertMatchesSchema(json: string): void {
  assert.ok(matches(JSON.parse(json)), ajv.errorsText(matches.errors));
}
