// @filename: workers/hash.js
const { pbkdf2Sync } = require("crypto");

module.exports = (password, done) => {
  done(null, pbkdf2Sync(password, "salt", 100_000, 64, "sha512"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
};
// @filename: workers/render.js
const { readFileSync } = require("fs");

exports.render = async (name) => readFileSync(name, "utf8");
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: workers/size.js
const { statSync } = require("fs");
const { parentPort } = require("worker_threads");

parentPort.on("message", (name) => parentPort.postMessage(statSync(name).size));
//                                                        ^^^^^^^^^^^^^^ worker
// @filename: server.js
const http = require("http");
const { readFileSync, statSync } = require("fs");
const workerFarm = require("worker-farm");
const { Worker: Pool } = require("jest-worker");
const { StaticPool } = require("node-worker-threads-pool");

const hash = workerFarm(require.resolve("./workers/hash"));
const pages = new Pool(__dirname + "/workers/render.js");
const sizes = new StaticPool({ size: 2, task: `${__dirname}/workers/size.js` });
const texts = new StaticPool({ size: 2, task: (name) => readFileSync(name, "utf8") });
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker

http.createServer(async (request, response) => {
  hash(request.url, () => response.end());
  response.write(await pages.render(request.url));
  response.write((await sizes.exec(statSync(request.url).size)) + (await texts.exec("page.html")));
//                                 ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
});
