import { readFileSync } from "node:fs";
import cors from "cors";
import express from "express";
import { rateLimit } from "express-rate-limit";

const app = express();
app.use(express.static("public", { setHeaders: (response) => response.setHeader("x-build", readFileSync("BUILD", "utf8")) }));
//                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: headers of a file → setHeaders → fs.readFileSync
app.use(express.json({ verify: () => { readFileSync("keys.json"); } }));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: verify of a body → verify → fs.readFileSync
app.use(cors({ origin: (origin, answer) => answer(null, readFileSync("origins.txt", "utf8").includes(origin)) }));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware option → origin → fs.readFileSync
app.use(rateLimit({ limit: () => Number(readFileSync("limit.txt", "utf8")) }));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware option → limit → fs.readFileSync
