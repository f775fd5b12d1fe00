import { statSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  const timer = setInterval(() => {
    response.write(String(statSync("progress").size));
//                        ^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → fs.statSync
  }, 1000);
  response.on("close", () => {
    clearInterval(timer);
  });
});
