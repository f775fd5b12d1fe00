import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";

const server = createSecureServer({ key: readFileSync("key.pem") });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^ startup

server.on("stream", (stream) => {
  stream.end(readFileSync("index.html"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP/2 stream → fs.readFileSync
});
