import { spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  const child = spawn("convert", ["in.png", "out.png"]);
  child.stderr.on("data", (chunk: Buffer) => {
    appendFileSync("convert.log", chunk);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "data" listener → fs.appendFileSync
  });
  child.on("exit", () => {
    response.end(readFileSync("out.png"));
//               ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
});
