import { Worker } from "bullmq";
import { archive } from "../services/archive.js";
import { connection } from "./connection.js";

export function startLetters(): void {
  const worker = new Worker<{ to?: string }>("letters", async ({ data }) => addressed(data.to), { connection });
  worker
    .on("completed", (job) => {
      archive.file(String(job.id));
    })
    .on("failed", (job) => {
      void archive.report(String(job?.id));
    });
}

function addressed(to: string | undefined): string {
  if (to === undefined) throw new Error("no address");
  return `to ${to}`;
}
