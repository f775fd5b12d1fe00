import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  const page = String(request.url);
  response.end(page.replace(/\{(\w+)\}/g, (_all, name: string) => readFileSync(`${name}.html`, "utf8")));
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
