import { writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";

const worker = new Worker("./render.js");

worker.on("message", (page: string) => {
  writeFileSync("page.html", page);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "message" listener → fs.writeFileSync
});
