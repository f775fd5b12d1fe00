import express from "express";
import * as fs from "fs";

const app = express();

app.get("/terms", (_req, res) => {
  res.send(fs.readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
