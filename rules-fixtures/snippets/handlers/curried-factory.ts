import { readFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

const app = express();

const serve = (directory: string) => (file: string) => (_req: Request, res: Response) => {
  res.send(readFileSync(`${directory}/${file}`, "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
};

app.get("/terms", serve("legal")("terms.html"));
