import { readFileSync } from "node:fs";
import Hapi, { type Plugin } from "@hapi/hapi";

const users: Plugin<void> = {
  name: "users",
  register(server) {
    readFileSync("users.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
    server.route({
      method: "GET",
      path: "/users/{id}",
      handler: (request) => readFileSync(`users/${request.params.id}`),
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/{id} → handler → fs.readFileSync
    });
  },
};

async function start() {
  const server = Hapi.server({ port: 3000 });
  await server.register(users);

  server.route([
    {
      method: "POST",
      path: "/reports",
      options: {
        pre: [{ method: () => readFileSync("quota.json"), assign: "quota" }],
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /reports → method → fs.readFileSync
        handler: () => readFileSync("report.txt", "utf8"),
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /reports → handler → fs.readFileSync
      },
    },
  ]);

  server.ext("onPreResponse", (_request, h) => {
    readFileSync("headers.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: onPreResponse hook → fs.readFileSync
    return h.continue;
  });

  server.ext("onPreStart", () => {
    readFileSync("cache.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  });

  server.method("sum", (name: string) => readFileSync(name));
//                                       ^^^^^^^^^^^^^^^^^^ no-sync-io definite: server method sum → fs.readFileSync

  await server.start();
}

start();
