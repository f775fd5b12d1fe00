import { readFileSync } from "node:fs";
import Router from "@koa/router";

const router = new Router();

router.get("user", "/users/:id", (ctx) => {
  ctx.body = readFileSync(`${ctx.params.id}.json`, "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/:id → fs.readFileSync
});

export default router;
