import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { greet } from "./not-generated-yet";

createServer((_request, response) => {
  response.end(greet(readFileSync("name.txt", "utf8")));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
