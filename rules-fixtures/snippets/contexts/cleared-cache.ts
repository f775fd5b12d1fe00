import { readFileSync } from "node:fs";
import { createServer } from "node:http";

let layout: string | undefined;

createServer((request, response) => {
  if (request.method === "PURGE") layout = undefined;
  layout ??= readFileSync("layout.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  response.end(layout);
});
