// @filename: server.ts
import { readFileSync } from "node:fs";
import Hapi, { type Server } from "@hapi/hapi";
import health from "./routes/health";
import reports from "./routes/reports";
import { userRoutes } from "./routes/users";

const terms = [{ method: "GET", path: "/terms", handler: () => readFileSync("terms.html", "utf8") }];
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → handler → fs.readFileSync

const admin = {
  name: "admin",
  register: (server: Server) => {
    server.route([...reports]);
  },
};

async function start() {
  const server = Hapi.server({ port: 3000 });
  server.route(terms);
  server.route(userRoutes);
  server.route(health);
  await server.register(admin, { routes: { prefix: "/admin" } });
  await server.start();
}

start();

// @filename: routes/users.ts
import { readFileSync } from "node:fs";
import type { ServerRoute } from "@hapi/hapi";

export const userRoutes: ServerRoute[] = [
  { method: "GET", path: "/users", options: { handler: () => readFileSync("users.json") } },
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → handler → fs.readFileSync
  { method: "POST", path: "/users", handler: create },
];

function create() {
  return readFileSync("template.json");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /users → create → fs.readFileSync
}

// @filename: routes/reports.ts
import { readFileSync } from "node:fs";

const reports = [
  { method: "GET", path: "/reports", handler: () => readFileSync("reports.json") },
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /admin/reports → handler → fs.readFileSync
];

export default reports;

// @filename: routes/health.ts
import { readFileSync } from "node:fs";
import type { ServerRoute } from "@hapi/hapi";

const health: ServerRoute = { method: "GET", path: "/health", handler: () => readFileSync("health.json") };
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /health → handler → fs.readFileSync

export default health;
