const { readFileSync } = require("fs");

let isRefreshing = false;
let pages = [];

function refresh() {
  if (isRefreshing) return;
  isRefreshing = true;
  try {
    pages = readFileSync("pages.json", "utf8").split("\n");
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: setInterval callback → refresh → fs.readFileSync
  } finally {
    isRefreshing = false;
  }
}

setInterval(refresh, 60_000);
