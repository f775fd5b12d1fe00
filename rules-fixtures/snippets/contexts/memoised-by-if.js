const fs = require("fs");
const http = require("http");

let layout = null;

function getLayout() {
  if (!layout) {
    layout = fs.readFileSync("layout.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  }
  return layout;
}

http.createServer((request, response) => response.end(getLayout()));
