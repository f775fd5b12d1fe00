// @filename: queue.ts
import path from "node:path";
import { Worker } from "bullmq";

export const reports = new Worker("reports", "./report.js");
export const thumbnails = new Worker("thumbnails", path.join(import.meta.dirname, "thumbnail.js"));
export const mails = new Worker("mails", new URL("./mail.js", import.meta.url));
// @filename: report.ts
import { readFileSync } from "node:fs";
import type { Job } from "bullmq";

export default async function report(job: Job): Promise<string> {
  return readFileSync(`reports/${job.name}`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}
// @filename: thumbnail.ts
import { readFileSync } from "node:fs";

export default async function thumbnail(): Promise<Buffer> {
  return readFileSync("picture.png");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}
// @filename: mail.ts
import { readFileSync } from "node:fs";

export default async function mail(): Promise<Buffer> {
  return readFileSync("mail.txt");
//       ^^^^^^^^^^^^^^^^^^^^^^^^ worker
}
