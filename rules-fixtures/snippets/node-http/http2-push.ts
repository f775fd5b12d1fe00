import { readFileSync } from "node:fs";
import { createServer } from "node:http2";

const server = createServer();

server.on("stream", (stream) => {
  stream.pushStream({ ":path": "/app.js" }, (error, pushed) => {
    if (!error) pushed.end(readFileSync("app.js"));
//                         ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP/2 stream → fs.readFileSync
  });
});

server.on("session", (session) => {
  session.on("goaway", () => readFileSync("limits.json"));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP/2 session "goaway" → fs.readFileSync
});

server.setTimeout(1000, () => {
  readFileSync("idle.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: idle connection → fs.readFileSync
});
