import { readFileSync, statSync } from "node:fs";
import express, { type Request, type Response } from "express";

const app = express();

const pages = {
  "/terms": (_req: Request, res: Response) => {
    res.send(readFileSync("terms.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → /terms → fs.readFileSync
  },
};

for (const [path, handler] of Object.entries(pages)) {
  app.get(path, handler);
}

const routes = [{ path: "/backup", handler: backup }];

routes.forEach((route) => {
  app.post(route.path, route.handler);
});

function backup(_req: Request, res: Response) {
  res.json(statSync("backup.tar").size);
//         ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /backup → backup → fs.statSync
}
