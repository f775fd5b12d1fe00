import { readFileSync, statSync } from "node:fs";
import { type Request, type Response, Router } from "express";

const PAGES = ["terms", "imprint"] as const;

class Pages {
  readonly router = Router();

  constructor() {
    for (const name of ["size"] as const) this[name] = this[name].bind(this);
    this.router.get("/size", this.size);
    PAGES.forEach((name) => this.router.get(`/${name}`, this[name].bind(this)));
  }

  size(_request: Request, response: Response) {
    response.json(statSync("terms.html").size);
    //            ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /size → size → fs.statSync
  }

  terms(_request: Request, response: Response) {
    response.send(readFileSync("terms.html"));
    //            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
  }

  imprint(_request: Request, response: Response) {
    response.send(readFileSync("imprint.html"));
    //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /imprint → imprint → fs.readFileSync
  }
}

export const pages = new Pages();
