// @filename: render.worker.ts
import { readFileSync } from "node:fs";

export async function render({ name }: { name: string }): Promise<string> {
  await Promise.resolve();
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}
// @filename: pool.ts
import { Piscina } from "piscina";

const pool = new Piscina({ minThreads: 0 });

export function runTask(worker: string, name: string, input: unknown): Promise<unknown> {
  return pool.run(input, { filename: worker, name });
}
// @filename: server.ts
import { createServer } from "node:http";
import { runTask } from "./pool";

const worker = new URL("./render.worker.js", import.meta.url).href;

createServer(async (request, response) => {
  response.end(String(await runTask(worker, "render", { name: request.url })));
});
