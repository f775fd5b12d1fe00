import { readFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

function logged<This, Arguments extends unknown[], Result>(
  method: (this: This, ...given: Arguments) => Result,
  _context: ClassMethodDecoratorContext,
) {
  return function (this: This, ...given: Arguments): Result {
    return method.call(this, ...given);
  };
}

class Pages {
  @logged
  terms(_req: Request, res: Response) {
    res.send(readFileSync("terms.html", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
  }
}

const pages = new Pages();

express().get("/terms", (req, res) => {
  pages.terms(req, res);
});
