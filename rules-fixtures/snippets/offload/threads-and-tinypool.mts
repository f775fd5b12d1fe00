// @filename: app.mts
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { spawn, Worker } from "threads";
import { Tinypool } from "tinypool";
import workerpool from "workerpool";

const hashes = new Tinypool({ filename: new URL("./hash.mjs", import.meta.url).href });
const sums = workerpool.pool("./sum.mjs");

createServer(async (_req, res) => {
  await hashes.run(readFileSync("input"));
//                 ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  await sums.exec("sum", [readFileSync("input")]);
//                        ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  await sums.exec(() => readFileSync("input"), []);
//                      ^^^^^^^^^^^^^^^^^^^^^ worker
  const worker = await spawn(new Worker("./thread"));
  await worker.read();
  res.end();
}).listen(3000);
// @filename: hash.mjs
import { readFileSync } from "node:fs";

export default function hash() {
  return readFileSync("salt");
//       ^^^^^^^^^^^^^^^^^^^^ worker
}
// @filename: sum.mjs
import { readFileSync } from "node:fs";
import workerpool from "workerpool";

workerpool.worker({ sum: () => readFileSync("table") });
//                             ^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: thread.ts
import { readFileSync } from "node:fs";
import { expose } from "threads/worker";

expose({ read: () => readFileSync("input") });
//                   ^^^^^^^^^^^^^^^^^^^^^ worker
