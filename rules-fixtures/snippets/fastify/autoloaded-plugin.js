const { readFileSync } = require("fs");

// Nothing registers it by name: @fastify/autoload finds it in its directory.
module.exports = async function terms(app) {
  app.get("/terms", async () => readFileSync("terms.html", "utf8"));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /terms → fs.readFileSync
};
