// @filename: storage.js
const fs = require("fs");

function load(name) {
  return JSON.parse(fs.readFileSync(`data/${name}.json`, "utf8"));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /items → load → fs.readFileSync
}

module.exports = { load };
// @filename: app.js
const app = require("express")();
const storage = require("./storage");

app.get("/items", (req, res) => {
  res.json(storage.load("items"));
});
