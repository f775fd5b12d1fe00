const fs = require("fs");
const router = require("koa-router")();

router.del("/uploads/:name", (ctx) => {
  fs.unlinkSync(`uploads/${ctx.params.name}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: DEL /uploads/:name → fs.unlinkSync
  ctx.status = 204;
});

module.exports = router;
