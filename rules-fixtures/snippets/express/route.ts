import { execSync } from "node:child_process";
import express from "express";

const app = express();

app.post("/deploy", (_req, res) => {
  res.send(execSync("git pull").toString());
//         ^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /deploy → child_process.execSync
});
