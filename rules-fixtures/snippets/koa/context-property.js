import { readFileSync } from "node:fs";
import Koa from "koa";

class Menus {
  dish(name) {
    return readFileSync(`${name}.json`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → dish → fs.readFileSync
  }
}

const app = new Koa();

app.context.menus = new Menus();

app.use(async (ctx) => {
  ctx.body = ctx.menus.dish("soup");
});
