// @filename: loopguard.config.json
{
  // Comments and trailing commas are allowed.
  "wrappers": [{ "module": "@acme/http", "member": "traced" }],
  "offload": [{ "module": "@acme/threads", "member": "inThread", "argument": 0 }],
}
// @filename: server.ts
import { traced } from "@acme/http";
import { inThread } from "@acme/threads";
import { pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import express from "express";

const app = express();

app.get("/terms", traced((_req, res) => res.send(readFileSync("terms.html", "utf8"))));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync

app.get("/key", async (_req, res) => {
  res.send(await inThread(() => pbkdf2Sync("password", "salt", 100_000, 64, "sha512")));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
});
