import { readFileSync } from "node:fs";
import { WebSocketServer } from "ws";

const wss = new WebSocketServer({ port: 8080 });

wss.on("connection", (ws) => {
  ws.on("message", (name) => {
    ws.send(readFileSync(`rooms/${name.toString()}`));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket event "message" → fs.readFileSync
  });
});
