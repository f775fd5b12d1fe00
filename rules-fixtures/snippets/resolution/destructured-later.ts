import express from "express";
import fs from "node:fs";

const { existsSync, statSync: stat } = fs;
const app = express();

app.get("/ready", (_req, res) => {
  res.json({ ready: existsSync(".ready"), lock: stat(".lock").size });
//                  ^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /ready → fs.existsSync
//                                              ^^^^^^^^^^^^^ no-sync-io definite: GET /ready → fs.statSync
});
