import { readFileSync } from "node:fs";
import { Elysia } from "elysia";

const users = new Elysia({ prefix: "/users" }).get("/", () => readFileSync("users.json", "utf8"));
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → fs.readFileSync

const reports = (app: Elysia) => {
  const layout = readFileSync("layout.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  return app.get("/reports", () => layout + readFileSync("reports.csv", "utf8"));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /reports → fs.readFileSync
};

new Elysia()
  .use(users)
  .use(reports)
  .group("/admin", (app) => app.get("/log", () => readFileSync("access.log", "utf8")))
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /admin/log → fs.readFileSync
  .guard({ beforeHandle: () => void readFileSync("session.json") }, (app) =>
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: beforeHandle hook → beforeHandle → fs.readFileSync
    app.delete("/log", () => readFileSync("empty.log", "utf8")),
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: DELETE /log → fs.readFileSync
  )
  .ws("/live", {
    message(socket, message) {
      socket.send(readFileSync(String(message), "utf8"));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket message /live → message → fs.readFileSync
    },
  });
