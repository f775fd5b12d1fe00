// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import { createNodeWebSocket } from "@hono/node-ws";
import { Hono } from "hono";
import { createFactory } from "hono/factory";

const app = createFactory().createApp();
const { upgradeWebSocket } = createNodeWebSocket({ app });

app.get("/terms", (context) => context.html(readFileSync("terms.html", "utf8")));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
app.get(
  "/live",
  upgradeWebSocket(() => ({
    onMessage(event, socket) {
      socket.send(readFileSync(event.data, "utf8"));
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: WebSocket onMessage → onMessage → fs.readFileSync
    },
  })),
);
