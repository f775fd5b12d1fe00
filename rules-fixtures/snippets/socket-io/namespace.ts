import { readFileSync } from "node:fs";
import { Server } from "socket.io";

const io = new Server();

io.of("/admin").on("connection", (socket) => {
  socket.once("settings", () => {
    socket.emit("settings", readFileSync("settings.json", "utf8"));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket event "settings" → fs.readFileSync
  });
});
