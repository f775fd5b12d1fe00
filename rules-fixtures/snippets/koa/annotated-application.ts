import { readFileSync } from "node:fs";
import Koa, { type Context, type Next } from "koa";

function policy() {
  return async function policyMiddleware(context: Context, next: Next) {
    context.set("Content-Security-Policy", readFileSync("policy.txt", "utf8"));
    //                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → policyMiddleware → fs.readFileSync
    await next();
  };
}

export function init(app: Koa = new Koa()) {
  app.use(policy());
  return app;
}
