import { spawnSync } from "node:child_process";

export function startClosing(every: number): void {
  setInterval(closeLots, every).unref();
}

function closeLots(): void {
  spawnSync("sleep", ["0.15"]);
  console.log("lots closed");
}
