import { appendFileSync } from "node:fs";
import express from "express";

const app = express();

app.use((req, res, next) => {
  res.on("finish", () => {
    appendFileSync("access.log", `${req.url} ${String(res.statusCode)}\n`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.appendFileSync
  });
  next();
});
