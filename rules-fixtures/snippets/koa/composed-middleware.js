const compose = require("koa-compose");
const Koa = require("koa");
const { existsSync } = require("fs");

const maintenance = async (ctx, next) => {
  if (existsSync("maintenance")) ctx.throw(503);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → maintenance → fs.existsSync
  await next();
};

new Koa().use(compose([maintenance]));
