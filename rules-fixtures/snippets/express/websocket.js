// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import express from "express";
import expressWs from "express-ws";

const { app } = expressWs(express());
app.ws("/live", (socket) => {
  socket.send(readFileSync("state.json", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket /live → fs.readFileSync
});
app.get("/terms", (request, response) => {
  response.send(readFileSync("terms.html", "utf8"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});

const other = express();
expressWs(other);
other.ws("/log", (socket) => {
  socket.send(readFileSync("access.log", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket /log → fs.readFileSync
});
