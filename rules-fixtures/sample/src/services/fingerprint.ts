import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Computed on a thread of its own: the server goes on answering. */
export async function fingerprint(text: string): Promise<string> {
  const worker = new Worker(new URL("../workers/fingerprint.js", import.meta.url), { workerData: text });
  const [result] = (await once(worker, "message")) as [string];
  return result;
}
