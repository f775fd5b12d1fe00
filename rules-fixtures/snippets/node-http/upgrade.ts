import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer().on("upgrade", (_request, socket) => {
  socket.end(readFileSync("sorry.txt"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP upgrade → fs.readFileSync
});
