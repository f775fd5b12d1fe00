import Koa from "koa";
import Router from "@koa/router";
const app = new Koa();
const router = new Router({ prefix: "/koa" });
app.use(async (ctx, next) => {
  if (ctx.query.maintenance) ctx.throw(503);
  await next();
});
router.use("/admin", async (ctx, next) => {
  if (!ctx.query.key) {
    ctx.status = 401;
    ctx.body = { error: "no key" };
    return;
  }
  await next();
});
router.param("id", (id, ctx, next) => {
  if (id === "0") ctx.throw(404);
  return next();
});
router.get("/cats", (ctx) => {
  ctx.body = [{ lives: 9 }];
});
router.get("/admin/cats/:id", (ctx) => {
  ctx.body = { lives: 9 };
});
app.use(router.routes());
app.use((ctx) => {
  ctx.status = 418;
});
