// @filename: routes/terms.ts
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

export default async (fastify: FastifyInstance) => {
  fastify.get("/", async () => readFileSync("terms.html", "utf8"));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
};
// @filename: app.ts
import Fastify from "fastify";
import terms from "./routes/terms.js";

const app = Fastify();

app.register(terms, { prefix: "/terms" });
