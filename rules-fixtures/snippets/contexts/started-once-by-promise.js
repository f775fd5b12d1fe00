const { readFileSync, statSync, existsSync } = require("fs");
const http = require("http");

let starting;
let size;

function start() {
  if (starting) return starting;
  starting = (async () => {
    await null;
    return readFileSync("model.bin");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ once
  })();
  return starting;
}

function sizeOf() {
  return size !== undefined ? size : (size = statSync("model.bin").size);
//                                           ^^^^^^^^^^^^^^^^^^^^^ once
}

function isThere() {
  return size ? true : existsSync("model.bin");
//                     ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → isThere → fs.existsSync
}

http.createServer(async (request, response) => {
  await start();
  response.end(String(sizeOf()) + String(isThere()));
});
