// @filename: hash.ts
import { pbkdf2Sync, scryptSync } from "node:crypto";

export function slowHash(text: string): Buffer {
  return pbkdf2Sync(text, "salt", 100_000, 64, "sha512");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}

export function sharedHash(text: string): Buffer {
  return scryptSync(text, "salt", 64);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → sharedHash → crypto.scryptSync
}
// @filename: worker.ts
import { parentPort } from "node:worker_threads";
import { sharedHash, slowHash } from "./hash";

parentPort?.on("message", (text: string) => {
  parentPort?.postMessage([slowHash(text), sharedHash(text)]);
});
// @filename: server.ts
import { createServer } from "node:http";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { sharedHash } from "./hash";

const file = path.join(__dirname, "worker.js");
const worker = new Worker(file);

createServer((request, response) => {
  worker.postMessage(request.url);
  response.end(sharedHash(request.url ?? ""));
});
