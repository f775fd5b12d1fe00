import { readFileSync } from "node:fs";

let formats: unknown;

/** Read for the first job, and kept. */
export function importFormat(): unknown {
  formats ??= JSON.parse(readFileSync(new URL("../../data/formats.json", import.meta.url), "utf8"));
  return formats;
}
