import { readFileSync } from "node:fs";
import { createServer } from "node:http";

let settings: string | undefined;
let rules: { readonly text: string; readonly until: number } | undefined;
let terms: string | undefined;

/** Read again only for whoever asks for it. */
function readSettings(options?: { reload?: boolean }): string {
  if (settings && !options?.reload) return settings;
  settings = readFileSync("settings.json", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return settings;
}

function readTerms(isFresh = false): string {
  if (terms === undefined || isFresh) {
    terms = readFileSync("terms.txt", "utf8");
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  }
  return terms;
}

/** Read again every minute. */
function readRules(): string {
  if (rules && rules.until > performance.now()) return rules.text;
  rules = { text: readFileSync("rules.json", "utf8"), until: performance.now() + 60_000 };
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → readRules → fs.readFileSync
  return rules.text;
}

createServer((_request, response) => {
  response.end(readSettings() + readTerms() + readRules());
});
