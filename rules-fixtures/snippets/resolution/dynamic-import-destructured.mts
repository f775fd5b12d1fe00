import express from "express";

const app = express();

app.get("/terms", async (_req, res) => {
  const { readFileSync } = await import("node:fs");
  res.send(readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
