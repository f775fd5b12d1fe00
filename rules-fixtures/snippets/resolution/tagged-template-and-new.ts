import { readFileSync } from "node:fs";
import { createServer } from "node:http";

function page(parts: TemplateStringsArray): string {
  return readFileSync(parts.join(""), "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
}

createServer((_request, response) => {
  response.end(page`index.html`);
});
