// @filename: load.js
const fs = require("fs");

module.exports = function load(name) {
  return JSON.parse(fs.readFileSync(`data/${name}.json`, "utf8"));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /items → load → fs.readFileSync
};
// @filename: app.js
const app = require("express")();
const load = require("./load");

app.get("/items", (req, res) => {
  res.json(load("items"));
});
