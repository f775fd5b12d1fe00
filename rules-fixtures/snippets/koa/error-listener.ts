import { appendFileSync } from "node:fs";
import Koa from "koa";

const app = new Koa();

app.on("error", (error: Error) => {
  appendFileSync("errors.log", error.message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "error" listener → fs.appendFileSync
});

app.listen(3000);
