// @filename: terms.ts
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

export async function terms(app: FastifyInstance): Promise<void> {
  const layout = readFileSync("layout.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  app.get("/terms", async () => layout + readFileSync("terms.html", "utf8"));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → fs.readFileSync
}
// @filename: app.ts
import Fastify from "fastify";
import { terms } from "./terms";

const app = Fastify();

app.register(terms, { prefix: "/legal" });
