import express, { type Request, type Response } from "express";
import { readFileSync } from "node:fs";

class Pages {
  readonly directory = "pages";

  show(req: Request, res: Response): void {
    res.send(readFileSync(`${this.directory}/${req.path}`, "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages → show → fs.readFileSync
  }
}

const pages = new Pages();
const app = express();

app.get("/pages", pages.show.bind(pages));
