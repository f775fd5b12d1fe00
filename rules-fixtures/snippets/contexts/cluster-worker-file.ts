// @filename: primary.ts
import cluster from "node:cluster";

cluster.setupPrimary({ exec: "./server.js" });
cluster.fork();
// @filename: server.ts
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end(readFileSync("page.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
