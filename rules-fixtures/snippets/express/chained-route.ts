import { statSync } from "node:fs";
import { Router } from "express";

export const router = Router();

router
  .route("/backups")
  .get((_req, res) => {
    res.json(statSync("backup.db"));
//           ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /backups → fs.statSync
  })
  .post((_req, res) => {
    res.json(statSync("new-backup.db"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /backups → fs.statSync
  });
