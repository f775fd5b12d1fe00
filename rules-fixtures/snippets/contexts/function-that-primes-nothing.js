const { readFileSync } = require("fs");
const http = require("http");

let layout;

function readLayout() {
  const layout = readFileSync("layout.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → getLayout → readLayout → fs.readFileSync
  return layout;
}

function getLayout() {
  if (!layout) return readLayout();
  return layout;
}

http.createServer((request, response) => response.end(getLayout()));
