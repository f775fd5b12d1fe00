import { readFileSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";

function handle(_request: IncomingMessage, response: ServerResponse): void {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → handle → fs.readFileSync
}

http.createServer(handle).listen(8080, () => {
  console.log(readFileSync("banner.txt", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});
