import { readFileSync } from "node:fs";
import type { NextFunction, Request, Response } from "express";
import { inProject } from "../paths.js";

/** Turns away the addresses in `data/blocked.txt`, which it reads for every single request. */
export function blockList(request: Request, response: Response, next: NextFunction): void {
  const blocked = readFileSync(inProject("data", "blocked.txt"), "utf8").split("\n");
  if (blocked.includes(request.ip ?? "")) response.sendStatus(403);
  else next();
}
