// @filename: terms.js
const { readFileSync } = require("fs");

module.exports = async function terms(app) {
  app.get("/terms", async () => readFileSync("terms.html", "utf8"));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
};
// @filename: app.js
const app = require("fastify")();

app.register(require("./terms"));
