import { readFileSync } from "node:fs";
import Fastify from "fastify";

const server = Fastify({ logger: true });

server.get("/terms", async () => {
  return readFileSync("terms.html", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});
