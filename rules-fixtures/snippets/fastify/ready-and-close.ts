import fastify from "fastify";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";

const app = fastify();

app.register(async (scope) => {
  const page = readFileSync("page.html", "utf8");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  scope.addHook("onReady", async () => {
    statSync("page.html");
//  ^^^^^^^^^^^^^^^^^^^^^ startup
  });
  scope.addHook("onClose", async () => {
    rmSync("lock");
//  ^^^^^^^^^^^^^^ script
  });
  scope.get("/", async () => page);
});

app.ready(() => {
  existsSync("page.html");
//^^^^^^^^^^^^^^^^^^^^^^^ startup
});
