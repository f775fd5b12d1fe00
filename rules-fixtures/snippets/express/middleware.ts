import { readFileSync } from "node:fs";
import express, { type NextFunction, type Request, type Response } from "express";

function blockList(req: Request, res: Response, next: NextFunction): void {
  const blocked = readFileSync("blocked.txt", "utf8").split("\n");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → blockList → fs.readFileSync
  if (blocked.includes(req.ip ?? "")) res.sendStatus(403);
  else next();
}

const app = express();

app.use(blockList);
