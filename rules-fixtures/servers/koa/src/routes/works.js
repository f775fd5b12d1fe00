import { promisify } from "node:util";
import Router from "@koa/router";
import * as works_ from "../services/works.js";

export const works = new Router({ prefix: "/works" });

const packLater = promisify(works_.packIndexLater);

works
  .get("/", async (ctx) => {
    ctx.body = await works_.listWorks();
  })
  .get("/rules", (ctx) => {
    ctx.body = works_.readHouseRules();
  })
  .get("/rules/stream", (ctx) => {
    ctx.type = "text";
    ctx.body = works_.streamHouseRules();
  });

works.get("index", "/index", async (ctx) => {
  ctx.body = { packed: works_.packIndex().length > 0 };
});

works.get("/index/later", async (ctx) => {
  ctx.body = { packed: (await packLater()).length > 0 };
});
