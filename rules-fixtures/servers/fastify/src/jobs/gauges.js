import { execSync } from "node:child_process";

export function readGauges() {
  execSync("sleep 0.15");
  console.log("gauges read");
}
