import { readFileSync } from "node:fs";
import http2 from "node:http2";

const server = http2.createServer((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});

server.on("session", () => {
  readFileSync("limits.json");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP/2 session → fs.readFileSync
});

server.on("request", (request, response) => {
  response.end(readFileSync(`pages${request.url}`));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
