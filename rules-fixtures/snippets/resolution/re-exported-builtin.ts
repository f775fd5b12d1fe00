// @filename: disk.ts
export { readFileSync as slurp } from "node:fs";
// @filename: app.ts
import express from "express";
import { slurp } from "./disk";

const app = express();

app.get("/terms", (_req, res) => {
  res.send(slurp("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
