const { execFile, fork } = require("child_process");
const { readFileSync, statSync, writeFileSync } = require("fs");
const http = require("http");

const child = fork("./convert.js");

child.on("message", (name) => {
  writeFileSync("last", name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "message" listener → fs.writeFileSync
});

http.createServer((request, response) => {
  execFile("convert", [statSync(request.url).size], () => {
//                     ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
    response.end(readFileSync("out.png"));
//               ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
});
