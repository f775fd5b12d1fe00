import { readFileSync, statSync } from "node:fs";
import Hapi, { type Server } from "@hapi/hapi";

const users = {
  name: "users",
  register(server: Server) {
    server.route({ method: "GET", path: "/list", handler: () => readFileSync("users.json", "utf8") });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/list → handler → fs.readFileSync
  },
};

const orders = {
  name: "orders",
  register(server: Server) {
    server.route([
      { method: "GET", path: "/list", options: { handler: () => readFileSync("orders.json", "utf8") } },
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /orders/list → handler → fs.readFileSync
      { method: "POST", path: "/list", handler: () => statSync("orders.json").size },
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders/list → handler → fs.statSync
    ]);
  },
};

export async function start(): Promise<void> {
  const server = Hapi.server({ port: 3000 });
  await server.register([
    { plugin: users, routes: { prefix: "/users" } },
    { plugin: orders, routes: { prefix: "/orders" } },
  ]);
  await server.start();
}
