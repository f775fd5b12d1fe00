import { existsSync } from "node:fs";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";

const maintenance = createMiddleware(async (c, next) => {
  if (existsSync("maintenance")) return c.text("back soon", 503);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.existsSync
  await next();
  return undefined;
});

const app = new Hono();

app.use(maintenance);
