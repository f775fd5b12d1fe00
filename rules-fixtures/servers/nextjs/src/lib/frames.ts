import { execFile, execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const tool = path.join(process.cwd(), "tools", "frame.sh");

export function frame(painting: string): string {
  return execFileSync("sh", [tool, painting], { encoding: "utf8" }).trim();
}

export async function frameLater(painting: string): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", [tool, painting]);
  return stdout.trim();
}

export function announce(order: string): void {
  spawnSync("sh", [tool, order]);
}
