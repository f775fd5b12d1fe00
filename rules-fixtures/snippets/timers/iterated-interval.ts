import { execSync } from "node:child_process";
import { createServer } from "node:http";
import { setInterval } from "node:timers/promises";

createServer(async (_request, response) => {
  for await (const _ of setInterval(1000)) {
    response.write(execSync("uptime"));
//                 ^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → child_process.execSync
  }
});
