import express from "express";
import { readFileSync as read } from "node:fs";

const app = express();

app.get("/terms", (_req, res) => {
  res.send(read("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
