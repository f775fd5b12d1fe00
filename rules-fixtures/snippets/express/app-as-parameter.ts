// @filename: routes.ts
import { readFileSync } from "node:fs";
import type { Express } from "express";

export function addRoutes(app: Express): void {
  app.get("/users", (_req, res) => {
    res.send(readFileSync("users.json", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → fs.readFileSync
  });
}
// @filename: app.ts
import express from "express";
import { addRoutes } from "./routes";

addRoutes(express());
