import express from "express";
import fs from "node:fs";

express().get("/terms", (_req, res) => {
  res.send(fs.readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
