import { appendFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  if (process.env.NODE_ENV === "production") {
    appendFileSync("access.log", `${request.url ?? ""}\n`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.appendFileSync
  }
  response.end();
});
