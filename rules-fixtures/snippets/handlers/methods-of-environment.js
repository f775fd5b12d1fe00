const { readFileSync } = require("node:fs");
const express = require("express");

const app = express();

for (const method of process.env.METHODS.split(",")) {
  app[method]("/terms", (req, res) => {
    res.send(readFileSync("terms.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: … /terms → fs.readFileSync
  });
}
