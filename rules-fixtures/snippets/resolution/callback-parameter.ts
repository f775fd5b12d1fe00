import express from "express";
import { readFileSync } from "node:fs";

function withTiming<T>(work: () => T): T {
  const result = work();
  return result;
}

const app = express();

app.get("/terms", (_req, res) => {
  res.send(withTiming(() => readFileSync("terms.html", "utf8")));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → withTiming → fs.readFileSync
});
