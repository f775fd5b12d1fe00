// @filename: routes.js
const { readFileSync } = require("fs");

module.exports = function addRoutes(server) {
  server.get("/users", (req, res) => {
    res.send(readFileSync("users.json", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → fs.readFileSync
  });
};
// @filename: app.js
const app = require("express")();

require("./routes")(app);
