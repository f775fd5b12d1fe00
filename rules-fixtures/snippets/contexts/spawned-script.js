// @filename: convert.js
const { readFileSync, writeFileSync } = require("fs");

function convert(text) {
  return text.toUpperCase();
}

process.on("message", (name) => {
  writeFileSync(`${name}.out`, convert(readFileSync(name, "utf8")));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
});
// @filename: server.js
const { spawn } = require("child_process");
const http = require("http");
const path = require("path");

http.createServer((request, response) => {
  const child = spawn(process.execPath, [path.join(__dirname, "convert.js")], { stdio: ["ipc"] });
  child.send(request.url);
  response.end();
});
