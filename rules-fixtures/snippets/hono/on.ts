import { statSync } from "node:fs";
import { Hono } from "hono";

const app = new Hono();

app.on("PURGE", "/cache", (c) => {
  return c.json({ size: statSync("cache").size });
//                      ^^^^^^^^^^^^^^^^^ no-sync-io definite: PURGE /cache → fs.statSync
});
