import express from "express";
import fs from "node:fs";

const read = fs.readFileSync;
const app = express();

app.get("/terms", (_req, res) => {
  res.send(read("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
