/** Expected output as readable files in `test-data`; `UPDATE_SNAPSHOTS=1 npx mocha` writes them anew. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Compares text with `test-data/<name>`. Escape codes are kept in a visible form: `␛[1m`. */
export function assertSnapshot(name: string, actual: string): void {
  const file = new URL(`../../test-data/${name}`, import.meta.url);
  const readable = actual.replaceAll("\u001B", "␛").replaceAll("\r", "␍");
  if (process.env["UPDATE_SNAPSHOTS"] === "1") writeFileSync(file, readable);
  assert.equal(readable, readFileSync(file, "utf8"));
}
