import { pbkdf2Sync, scryptSync } from "node:crypto";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url));
  createServer((request, response) => {
    worker.once("message", (key) => response.end(key));
    worker.postMessage(scryptSync(request.url, "salt", 64));
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → crypto.scryptSync
  });
} else {
  parentPort.on("message", (password) => {
    parentPort.postMessage(pbkdf2Sync(password, "salt", 100_000, 64, "sha512"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
  });
}
