import { statSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  // eslint-disable-next-line n/no-sync, loopguard/no-sync-cpu -- neither of these
  response.end(String(statSync("/dev/shm/state").size));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
});
