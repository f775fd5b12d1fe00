import { writeFileSync } from "node:fs";
import { Worker } from "bullmq";

export const mails = new Worker("mails", async (job) => {
  writeFileSync(`mails/${String(job.id)}`, "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: queue job mails → fs.writeFileSync
});
