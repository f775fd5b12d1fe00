import { statSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end(String(statSync("/dev/shm/state").size)); // eslint-disable-line loopguard/no-sync-io
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed: without a reason
});
