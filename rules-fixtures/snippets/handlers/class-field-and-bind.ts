import { readFileSync, statSync } from "node:fs";
import express, { type Request, type Response } from "express";

class Pages {
  readonly terms = (_req: Request, res: Response) => {
    res.send(readFileSync("terms.html", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
  };

  size(_req: Request, res: Response) {
    res.json(statSync("terms.html").size);
    //       ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /size → size → fs.statSync
  }
}

const pages = new Pages();
const app = express();

app.get("/terms", pages.terms);
app.get("/size", pages.size.bind(pages));
