import { readFileSync, stat } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  stat("page.html", (error) => {
    response.end(readFileSync(error ? "error.html" : "page.html"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
});
