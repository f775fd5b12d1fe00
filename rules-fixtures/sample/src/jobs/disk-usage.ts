import { execSync } from "node:child_process";
import { inProject } from "../paths.js";

const MINUTE = 60_000;

/** Logs, every minute, how much of the disk is in use. */
export function watchDiskUsage(): void {
  setInterval(() => {
    console.log(`Disk usage: ${diskUsage()}`);
  }, MINUTE).unref();
}

function diskUsage(): string {
  return run(`df --output=pcent ${inProject()}`).split("\n")[1]?.trim() ?? "unknown";
}

function run(command: string): string {
  return execSync(command, { encoding: "utf8" });
}
