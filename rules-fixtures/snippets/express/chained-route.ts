import { statSync } from "node:fs";
import { Router } from "express";

export const router = Router();

router
  .route("/backups")
  .get((_req, res) => {
    res.json(statSync("backup.db"));
//           ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET route handler → fs.statSync
  })
  .post((_req, res) => {
    res.json(statSync("new-backup.db"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST route handler → fs.statSync
  });
