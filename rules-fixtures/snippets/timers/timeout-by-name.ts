import { execSync } from "node:child_process";

function checkDisk(): void {
  console.log(execSync("df -h").toString());
//            ^^^^^^^^^^^^^^^^^ no-sync-io definite: setTimeout callback → checkDisk → child_process.execSync
  setTimeout(checkDisk, 60_000);
}

checkDisk();
