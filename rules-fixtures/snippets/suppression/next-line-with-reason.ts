import { statSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  // eslint-disable-next-line loopguard/no-sync-io -- on tmpfs, takes microseconds
  response.end(String(statSync("/dev/shm/state").size));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ suppressed: on tmpfs, takes microseconds
});
