import express from "express";
import { existsSync } from "node:fs";

const app = express();

app.get("/missing", (req, res) => {
  const wanted = String(req.query["files"]).split(",");
  res.json(wanted.filter(existsSync));
//                       ^^^^^^^^^^ no-sync-io definite: GET /missing → fs.existsSync
});
