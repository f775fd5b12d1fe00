import { appendFileSync, existsSync } from "node:fs";
import { Hono } from "hono";

const app = new Hono();

app.use("/admin/*", async (c, next) => {
  if (existsSync("maintenance")) return c.text("back soon", 503);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware /admin/* → fs.existsSync
  await next();
  return undefined;
});

app.onError((error, c) => {
  appendFileSync("errors.log", error.message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: error handler → fs.appendFileSync
  return c.text("sorry", 500);
});
