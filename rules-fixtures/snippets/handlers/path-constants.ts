// @filename: app.ts
import express from "express";
import { API, VERSION } from "./paths";
import users from "./users";

const base = `${API}/${VERSION}`;

express().use(base + "/people", users);

// @filename: paths.ts
export const API = "/api";
export const VERSION = "v2";

export const paths = { search: "/search", one: { photo: "/:id/photo" } } as const;

export enum Pages {
  Terms = "/terms",
}

// @filename: users.ts
import { readFileSync } from "node:fs";
import { Router } from "express";
import { Pages, paths } from "./paths";

const router = Router();
const ID = ":id";

router.get(`/${ID}`, (_request, response) => {
  response.send(readFileSync("user.json"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v2/people/:id → fs.readFileSync
});

router.get(paths.search, (_request, response) => {
  response.send(readFileSync("users.json"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v2/people/search → fs.readFileSync
});

router.get(paths.one.photo, (_request, response) => {
  response.send(readFileSync("user.png"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v2/people/:id/photo → fs.readFileSync
});

router.get(Pages.Terms, (_request, response) => {
  response.send(readFileSync("terms.html"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /api/v2/people/terms → fs.readFileSync
});

export default router;
