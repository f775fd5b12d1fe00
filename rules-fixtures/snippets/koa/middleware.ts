import { readFileSync } from "node:fs";
import Koa from "koa";

const app = new Koa();

app.use(async (ctx) => {
  ctx.body = readFileSync("page.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.readFileSync
});

app.listen(3000);
