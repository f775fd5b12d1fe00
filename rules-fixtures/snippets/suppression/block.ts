import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  /* eslint-disable loopguard/no-sync-io -- measured */
  const exists = existsSync("/dev/shm/state");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed: measured
  /* eslint-enable loopguard/no-sync-io */
  response.end(exists ? String(statSync("/dev/shm/state").size) : "");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
});
