import { readFileSync } from "node:fs";
import Fastify from "fastify";

const app = Fastify();

app.route({
  method: "GET",
  url: "/terms",
  handler: async () => readFileSync("terms.html", "utf8"),
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → handler → fs.readFileSync
});
