// @filename: chat.ts
import { readFileSync } from "node:fs";
import type { Socket } from "socket.io";

export function chat(socket: Socket): void {
  socket.on("history", () => {
    socket.emit("history", readFileSync("history.json", "utf8"));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket event "history" → fs.readFileSync
  });
}
// @filename: app.ts
import { Server } from "socket.io";
import { chat } from "./chat";

new Server(3000).on("connection", (socket) => {
  chat(socket);
});
