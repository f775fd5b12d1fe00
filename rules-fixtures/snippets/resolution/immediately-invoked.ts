import express from "express";
import { readFileSync } from "node:fs";

const app = express();

app.get("/terms", (_req, res) => {
  const text = (() => readFileSync("terms.html", "utf8"))();
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  res.send(text);
});
