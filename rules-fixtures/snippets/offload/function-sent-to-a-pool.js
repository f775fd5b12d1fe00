const { readFileSync } = require("fs");
const { createServer } = require("http");
const workerpool = require("workerpool");

const pool = workerpool.pool();

function render(name) {
  return require("fs").readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}

createServer(async (request, response) => {
  const page = await pool.exec(render, [readFileSync("name.txt", "utf8")]);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  response.end(page);
});
