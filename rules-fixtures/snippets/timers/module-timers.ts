import { execSync } from "node:child_process";
import timers from "node:timers";

timers.setInterval(() => {
  execSync("sync");
//^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → child_process.execSync
}, 1000);
