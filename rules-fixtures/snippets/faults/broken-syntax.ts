import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});

export function unfinished( {
  const = ;
