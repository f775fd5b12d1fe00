const { existsSync } = require("fs");
const Koa = require("koa");

class Shop extends Koa {
  constructor() {
    super();
    this.use(async (ctx, next) => {
      if (existsSync("maintenance")) ctx.throw(503);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → fs.existsSync
      await next();
    });
  }
}

new Shop().listen(3000);
