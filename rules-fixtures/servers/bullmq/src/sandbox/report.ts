import { pbkdf2Sync } from "node:crypto";
import type { Job } from "bullmq";

export default async function report(job: Job<{ year: number }>): Promise<{ known: boolean }> {
  return { known: pbkdf2Sync(String(job.data.year), "report", 500_000, 4, "sha256").length === 4 };
}
