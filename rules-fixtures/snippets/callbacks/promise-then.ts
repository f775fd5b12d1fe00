import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";

createServer((_request, response) => {
  stat("page.html")
    .then(() => {
      response.end(readFileSync("page.html"));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
    })
    .catch(() => {
      response.end(readFileSync("error.html"));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
    });
});
