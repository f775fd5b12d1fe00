import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import throng from "throng";

function master() {
  console.log(readFileSync("version.txt", "utf8"));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
}

async function start(id) {
  const layout = readFileSync(`layout-${id}.html`, "utf8");
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  createServer((_request, response) => {
    response.end(layout + readFileSync("menu.html", "utf8"));
    //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  }).listen(3000);
}

throng({ master, worker: start, count: 2 });
