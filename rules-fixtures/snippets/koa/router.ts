import { readFileSync } from "node:fs";
import Router from "@koa/router";
import Koa from "koa";

const app = new Koa();
const router = new Router({ prefix: "/legal" });

router.get("/terms", async (ctx) => {
  ctx.body = readFileSync("terms.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → fs.readFileSync
});

app.use(router.routes()).use(router.allowedMethods());
