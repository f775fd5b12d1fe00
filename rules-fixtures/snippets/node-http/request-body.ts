import { writeFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
  });
  request.on("end", () => {
    writeFileSync("upload", Buffer.concat(chunks));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.writeFileSync
    response.end();
  });
});
