import { existsSync, readFileSync } from "node:fs";
import { fastify } from "fastify";

const app = fastify();

app.get(
  "/terms",
  {
    preHandler: async () => {
      if (existsSync("maintenance")) throw new Error("back soon");
//        ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → preHandler → fs.existsSync
    },
  },
  async () => readFileSync("terms.html", "utf8"),
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
);
