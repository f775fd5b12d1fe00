import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

const server = createServer((_request, response) => response.end());

process.on("SIGTERM", () => {
  writeFileSync("stopped", "");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  server.close(() => {
    rmSync("lock");
//  ^^^^^^^^^^^^^^ script
  });
});

process.once("exit", () => {
  rmSync("pid");
//^^^^^^^^^^^^^ script
});
