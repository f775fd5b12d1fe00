import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { basicAuth } from "hono/basic-auth";
import { cors } from "hono/cors";

const app = new Hono();
app.use(cors({ origin: (origin) => (readFileSync("origins.txt", "utf8").includes(origin) ? origin : null) }));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: cors middleware → origin → fs.readFileSync
app.use("/admin/*", basicAuth({ verifyUser: (name) => readFileSync("users.txt", "utf8").includes(name) }));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: basicAuth middleware → verifyUser → fs.readFileSync
app.mount("/old", () => new Response(readFileSync("old.html", "utf8")));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request below /old → fs.readFileSync
