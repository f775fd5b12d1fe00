import express = require("express");
import fs = require("fs");

const app = express();

app.get("/terms", (_req, res) => {
  res.send(fs.readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
