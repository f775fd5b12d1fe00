import { existsSync } from "node:fs";
import { Server } from "socket.io";

const io = new Server();

io.use((socket, next) => {
  next(existsSync(`banned/${socket.id}`) ? new Error("banned") : undefined);
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket middleware → fs.existsSync
});
