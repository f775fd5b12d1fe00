import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const read = readFileSync as unknown as (name: string) => string;

createServer((_request, response) => {
  response.end(read!("index.html"));
//             ^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
