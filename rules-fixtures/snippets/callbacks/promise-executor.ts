import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** A promise around a blocking call blocks all the same. */
function load(name: string): Promise<string> {
  return new Promise((resolve) => {
    resolve(readFileSync(name, "utf8"));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → load → fs.readFileSync
  });
}

createServer(async (_request, response) => {
  response.end(await load("page.html"));
});
