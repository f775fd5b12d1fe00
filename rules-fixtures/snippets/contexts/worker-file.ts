// @filename: worker.ts
import { pbkdf2Sync } from "node:crypto";
import { parentPort } from "node:worker_threads";

parentPort?.on("message", (password: string) => {
  parentPort?.postMessage(pbkdf2Sync(password, "salt", 100_000, 64, "sha512"));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
});
// @filename: app.ts
import { createServer } from "node:http";
import { Worker } from "node:worker_threads";

const worker = new Worker(new URL("./worker.js", import.meta.url));

createServer((request, response) => {
  worker.once("message", (key: Buffer) => {
    response.end(key);
  });
  worker.postMessage(request.url);
});
