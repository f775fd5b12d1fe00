const fs = require("node:fs");
const express = require("express");

const app = express();
const routes = [
  { method: "get", path: "/terms", handler: terms },
  { method: "post", path: "/backup", handler: (req, res) => res.json(fs.statSync("backup.tar")) },
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /backup → handler → fs.statSync
];

for (const { method, path, handler } of routes) {
  app[method](path, handler);
}

function terms(req, res) {
  res.send(fs.readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
}
