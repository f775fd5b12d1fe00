import { readFileSync, statSync } from "node:fs";
import express, { type Request, type Response } from "express";
import Fastify from "fastify";

const app = express();
const fastify = Fastify();

for (const method of ["get", "post"] as const) app[method]("/terms", terms);

function terms(_req: Request, res: Response) {
  res.send(readFileSync("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
}

const changing = ["put", "patch"] as const;

changing.forEach((method) => {
  app[method]("/backup", (_req, res) => {
    res.json(statSync("backup.tar").size);
//           ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: PUT /backup → fs.statSync
  });
});

for (const [url, file] of [
  ["/imprint", "imprint.html"],
  ["/privacy", "privacy.html"],
] as const) {
  fastify.get(url, () => readFileSync(file, "utf8"));
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /imprint → fs.readFileSync
}
