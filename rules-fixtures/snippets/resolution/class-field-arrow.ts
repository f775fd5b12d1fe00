import express, { type Request, type Response } from "express";
import { readFileSync } from "node:fs";

class Pages {
  show = (req: Request, res: Response): void => {
    res.send(readFileSync(`pages/${req.path}`, "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages → show → fs.readFileSync
  };
}

const pages = new Pages();
express().get("/pages", pages.show);
