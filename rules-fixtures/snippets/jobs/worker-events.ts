import { appendFileSync, readFileSync } from "node:fs";
import { QueueEvents, Worker } from "bullmq";

const worker = new Worker("mails", async () => undefined, {
  connection: {},
  settings: { backoffStrategy: () => Number(readFileSync("backoff.txt", "utf8")) },
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue mails backoffStrategy → backoffStrategy → fs.readFileSync
});

worker.on("failed", (job) => {
  appendFileSync("failed.log", String(job?.id));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue event "failed" → fs.appendFileSync
});

new QueueEvents("mails").on("completed", ({ jobId }) => {
  appendFileSync("completed.log", jobId);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue event "completed" → fs.appendFileSync
});
