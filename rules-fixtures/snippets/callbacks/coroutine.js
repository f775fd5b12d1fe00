const Promise = require("bluebird");
const co = require("co");
const fs = require("fs-promise");
const express = require("express");

const app = express();

app.get("/terms", Promise.coroutine(function* (req, res) {
  res.send(fs.readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  yield Promise.resolve();
}));

app.get("/pages", co.wrap(function* (req, res) {
  const names = yield fs.readdir("pages");
  res.send(names.map((name) => fs.readFileSync(name, "utf8")));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /pages → fs.readFileSync
}));

app.get("/archive", (req, res) => {
  co(function* () {
    fs.copySync("pages", "archive");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /archive → fs-extra.copySync
    res.sendStatus(204);
    yield Promise.resolve();
  });
});
