import Koa from "koa";
import Router from "@koa/router";
import { NotFoundError } from "./api-error.js";
const app = new Koa();
const router = new Router({ prefix: "/koa" });
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error: any) {
    ctx.status = error.status ?? 500;
    ctx.body = { message: error.message, code: "failed" };
    ctx.app.emit("error", error, ctx);
  }
});
router.get("/books/:id", (ctx) => {
  if (ctx.params.id === "0") ctx.throw(410, "gone");
  ctx.assert(ctx.query.edition, 422, "no edition");
  if (ctx.params.id === "1") throw new NotFoundError("book");
  ctx.body = { id: ctx.params.id };
});
router.post("/books", (ctx) => {
  ctx.body = { id: "1" };
  ctx.status = 201;
});
app.use(router.routes());

const made = new Koa();
const pages = new Router({ prefix: "/koa/pages" });
const answerErrors = (prefix: string) => async (ctx: Koa.Context, next: Koa.Next) => {
  try {
    await next();
  } catch (error) {
    const { status = 500, message } = error as { status?: number; message: string };
    ctx.status = status;
    ctx.body = `${prefix}: ${message}`;
  }
};
made.use(answerErrors("pages"));
pages.get("/", (ctx) => {
  if (!ctx.query.page) ctx.throw(400);
  ctx.body = "page";
});
made.use(pages.routes());
