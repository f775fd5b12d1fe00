// @filename: app.ts
import { readFileSync } from "node:fs";
import express from "express";
import { legacy, mounted, pages } from "./tables";

const app = express();

for (const { path, handler } of pages) app.get(path, handler);

mounted.forEach(({ base, router }) => {
  app.use(base, router);
});

for (const path of legacy) app.all(path, (_request, response) => response.send(readFileSync("gone.html")));
//                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: ALL /index.php → fs.readFileSync
// @filename: tables.ts
import { readFileSync } from "node:fs";
import { type RequestHandler, Router } from "express";

interface Page {
  path: string;
  handler: RequestHandler;
}

export const pages: Page[] = [
  { path: "/terms", handler: terms },
  { path: "/about", handler: (_request, response) => response.send(readFileSync("about.html")) },
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /about → handler → fs.readFileSync
];

const users = Router();

users.get("/me", (_request, response) => response.send(readFileSync("me.json")));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users/me → fs.readFileSync

export const mounted = [
  { base: "/users", router: users },
  { base: "/empty", router: Router() },
];

export const legacy = ["/index.php", "/home"];

function terms(_request: unknown, response: { send(body: Buffer): void }) {
  response.send(readFileSync("terms.html"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
}
