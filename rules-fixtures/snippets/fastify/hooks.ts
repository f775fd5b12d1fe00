import { appendFileSync, readFileSync, rmSync } from "node:fs";
import Fastify from "fastify";

const app = Fastify();

app.addHook("onResponse", async (request) => {
  appendFileSync("access.log", `${request.url}\n`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onResponse hook → fs.appendFileSync
});

app.addHook("onReady", async () => {
  app.log.info(readFileSync("VERSION", "utf8"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
});

app.addHook("onClose", async () => {
  rmSync("server.pid");
//^^^^^^^^^^^^^^^^^^^^ script
});
