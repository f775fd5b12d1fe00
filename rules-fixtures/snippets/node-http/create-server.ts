import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const server = createServer((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});

server.listen(8080);
