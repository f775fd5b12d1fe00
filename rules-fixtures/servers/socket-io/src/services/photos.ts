import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const camera = fileURLToPath(new URL("../../tools/photo.sh", import.meta.url));

export function photo(lot: string): string {
  return execFileSync("sh", [camera, lot], { encoding: "utf8" }).trim();
}

export function photoLater(lot: string, done: (text: string) => void): void {
  execFile("sh", [camera, lot], (error, stdout) => {
    done(error?.message ?? stdout.trim());
  });
}
