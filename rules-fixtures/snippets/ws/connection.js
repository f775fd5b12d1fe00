const fs = require("fs");
const WebSocket = require("ws");

const wss = new WebSocket.Server({ port: 8080 }, () => {
  fs.writeFileSync("server.pid", String(process.pid));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

wss.on("connection", (ws, request) => {
  ws.send(fs.readFileSync(`rooms${request.url}`));
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket connection → fs.readFileSync
});
