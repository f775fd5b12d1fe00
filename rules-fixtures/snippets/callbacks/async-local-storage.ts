import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const requests = new AsyncLocalStorage<string>();

createServer((request, response) => {
  requests.run(request.url ?? "", () => {
    response.end(readFileSync("page.html"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
});
