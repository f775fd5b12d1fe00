const { readFileSync, statSync, existsSync, readdirSync } = require("fs");
const http = require("http");

let layout;
let isReady = false;
let sizes = null;
let names;

function getLayout() {
  if (typeof layout === "undefined") {
    layout = readFileSync("layout.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  }
  return layout;
}

function prepare() {
  if (isReady === true) return;
  existsSync("data");
//^^^^^^^^^^^^^^^^^^ once
  isReady = true;
}

function size() {
  if (sizes !== null) return sizes;
  sizes = statSync("layout.html").size;
//        ^^^^^^^^^^^^^^^^^^^^^^^ once
  return sizes;
}

/** Made anew whenever a minute has passed. */
function listed(now) {
  if (names && now - names.at < 60_000) return names.list;
  names = { at: now, list: readdirSync("pages") };
//                         ^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → listed → fs.readdirSync
  return names.list;
}

http.createServer((request, response) => {
  prepare();
  response.end(getLayout() + size() + listed(Date.now()));
});
