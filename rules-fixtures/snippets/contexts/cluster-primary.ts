import cluster from "node:cluster";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  setInterval(() => {
    writeFileSync("workers.json", JSON.stringify(Object.keys(cluster.workers ?? {})));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
  }, 1000);
  cluster.fork();
} else {
  createServer((_request, response) => {
    response.end(readFileSync("workers.json"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
}
