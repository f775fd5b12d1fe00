import { existsSync } from "node:fs";
import { Router } from "express";

export const router = Router();

router.param("file", (req, res, next, file: string) => {
  if (existsSync(`uploads/${file}`)) next();
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: parameter file → fs.existsSync
  else res.sendStatus(404);
});
