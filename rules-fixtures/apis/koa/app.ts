import Koa from "koa";
import Router from "@koa/router";
const router = new Router({ prefix: "/v1" });
router.get("/cats/:id", async (ctx) => {
  if (ctx.params.id === "0") ctx.throw(404, "no cat");
  ctx.body = { id: ctx.params.id, lives: 9 };
});
router.post("/cats", (ctx) => {
  const { name } = (ctx.request as any).body as { name: string };
  ctx.status = 201;
  ctx.body = { name };
});
router.get("/cats", (ctx) => {
  const page = Number(ctx.query.page ?? 1);
  if (page > 3) {
    ctx.status = 400;
    ctx.body = "bad";
    return;
  }
  ctx.body = [{ id: "1" }];
});
router.delete("/cats/:id", (ctx) => {
  ctx.status = 204;
});
new Koa().use(router.routes()).listen(1);
