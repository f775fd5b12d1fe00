import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

const page = "hello ".repeat(10_000);

createServer((_request, response) => {
  response.end(gzipSync(page));
//             ^^^^^^^^^^^^^^ no-sync-cpu definite: HTTP request → zlib.gzipSync
});
