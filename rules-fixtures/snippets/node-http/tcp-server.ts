import { readFileSync } from "node:fs";
import { createServer } from "node:net";

createServer((socket) => {
  socket.write(readFileSync("banner.txt"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: TCP connection → fs.readFileSync
  socket.on("data", () => {
    socket.write(readFileSync("help.txt"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "data" listener → fs.readFileSync
  });
}).listen(2525);
