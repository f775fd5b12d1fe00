import { appendFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  response.end("ok");
  setImmediate(() => {
    appendFileSync("access.log", `${request.url ?? ""}\n`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.appendFileSync
  });
  process.nextTick(() => {
    appendFileSync("ticks.log", "tick\n");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.appendFileSync
  });
});
