/** Checks a document on a thread of its own, which loads the validators while the document is still being made. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { OpenApiDocument, OpenApiVersion } from "@loopguard/engine";

export interface DocumentValidator {
  /** What is wrong with a document, a sentence each. Throws what the thread ends with. */
  validate(document: OpenApiDocument): Promise<readonly string[]>;
  /** Ends the thread, also when it is still loading. */
  close(): Promise<void>;
}

/** In megabytes. The validators make much that is soon forgotten: with less, a tenth of the time goes to forgetting it. */
const YOUNG_GENERATION = 64;

/** @param version of the documents to come; others are checked as well, and take longer */
export function openDocumentValidator(version: OpenApiVersion): DocumentValidator {
  const worker = new Worker(new URL("./validation-thread.js", import.meta.url), {
    workerData: version,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  const failed = new Promise<never>((_, reject) => {
    worker.once("error", reject);
  });
  // It may fail before anybody waits for it.
  failed.catch(() => undefined);
  return {
    async validate(document) {
      worker.postMessage(document);
      const [faults] = (await Promise.race([once(worker, "message"), failed])) as [readonly string[]];
      return faults;
    },
    async close() {
      await worker.terminate();
    },
  };
}
