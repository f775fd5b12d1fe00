import { execSync } from "node:child_process";

setInterval(() => {
  console.log(execSync("df -h").toString());
//            ^^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → child_process.execSync
}, 60_000);
