// @filename: supervisor.ts
import { fork } from "node:child_process";

fork("./server.js");
// @filename: server.ts
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

/** A process of its own, with a loop that its own clients wait on. */
createServer((_request, response) => {
  response.end(readFileSync("page.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});

process.on("message", () => {
  writeFileSync("state.json", "{}");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
});
