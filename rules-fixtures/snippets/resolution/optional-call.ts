import express from "express";
import fs from "node:fs";

const app = express();

app.get("/", (_req, res) => {
  res.send(fs?.readFileSync?.("page.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → fs.readFileSync
});
