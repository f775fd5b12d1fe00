import { once } from "node:events";
import { Worker } from "node:worker_threads";

export async function countLater(text: string): Promise<number> {
  const worker = new Worker(new URL("../workers/counting.js", import.meta.url), { workerData: text });
  const [count] = (await once(worker, "message")) as [number];
  return count;
}
