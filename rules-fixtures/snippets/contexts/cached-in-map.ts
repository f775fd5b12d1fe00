import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const pages = new Map<string, string>();

/** Kept per name: every new name blocks again. */
function page(name: string): string {
  let text = pages.get(name);
  if (text === undefined) {
    text = readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
    pages.set(name, text);
  }
  return text;
}

createServer((request, response) => {
  response.end(page(request.url ?? ""));
});
