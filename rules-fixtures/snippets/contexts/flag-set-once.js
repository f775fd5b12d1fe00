// @valid
const { readFileSync } = require("fs");
const http = require("http");

let isLoaded = false;
let layout;

function load() {
  if (isLoaded) return;
  layout = readFileSync("layout.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  isLoaded = true;
}

http.createServer((request, response) => {
  load();
  response.end(layout);
});
