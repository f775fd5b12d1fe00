// @filename: src/plugins/settings.ts
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";

export const autoConfig = (_fastify: FastifyInstance) => {
  return { key: readFileSync("key.pem", "utf8") };
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
};
// @filename: src/routes/terms/index.js
import { readFileSync } from "node:fs";

export default async function terms(fastify) {
  const layout = readFileSync("layout.html", "utf8");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  fastify.get("/", async () => layout + readFileSync("terms.html", "utf8"));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → fs.readFileSync
}
// @filename: src/lib/terms.js
import { readFileSync } from "node:fs";

// Nobody calls it.
export default (name) => readFileSync(name, "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
