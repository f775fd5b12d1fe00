import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Job } from "bullmq";

const TOOL = fileURLToPath(new URL("../../tools/scan.sh", import.meta.url));
const run = promisify(execFile);

interface Scan {
  readonly page: string;
}

export class Scans {
  private done = 0;

  async process(job: Job<Scan>): Promise<string> {
    const text = this.scan(job.data.page);
    await job.updateProgress(++this.done);
    return text;
  }

  async processLater(job: Job<Scan>): Promise<string> {
    const { stdout } = await run("sh", [TOOL, job.data.page]);
    return stdout.trim();
  }

  private scan(page: string): string {
    return execFileSync("sh", [TOOL, page]).toString().trim();
  }
}
