import { readFileSync } from "node:fs";
import { Server } from "socket.io";

const io = new Server(3000);

io.on("connection", (socket) => {
  console.log(readFileSync("motd.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket connection → fs.readFileSync
  socket.on("history", (room: string, reply: (text: string) => void) => {
    reply(readFileSync(`rooms/${room}.json`, "utf8"));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: socket event "history" → fs.readFileSync
  });
});
