const fs = require("fs");
const { createServer } = require("http");

const disk = {};
disk.read = fs.readFileSync;

createServer((request, response) => {
  response.end(disk.read("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
