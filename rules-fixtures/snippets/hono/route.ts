import { readFileSync } from "node:fs";
import { Hono } from "hono";

const app = new Hono();

app.get("/terms", (c) => {
  return c.html(readFileSync("terms.html", "utf8"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});

export default app;
