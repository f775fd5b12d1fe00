import { readFileSync } from "node:fs";
import { Server } from "node:http";

new Server((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
}).listen(8080);
