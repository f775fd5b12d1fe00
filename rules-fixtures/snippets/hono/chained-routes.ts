import { readFileSync } from "node:fs";
import { Hono } from "hono";

export const legal = new Hono()
  .basePath("/legal")
  .get("/terms", (c) => c.html(readFileSync("terms.html", "utf8")))
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → fs.readFileSync
  .post("/consent", (c) => c.html(readFileSync("thanks.html", "utf8")));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /legal/consent → fs.readFileSync
