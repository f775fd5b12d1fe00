import { appendFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

function logged(_target: object, _name: string, descriptor: PropertyDescriptor) {
  const original = descriptor.value;
  descriptor.value = function (...given: unknown[]) {
    appendFileSync("access.log", "called");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → value → fs.appendFileSync
    return original.apply(this, given);
  };
}

function timed(label: string) {
  return function (method: Function, _context: ClassMethodDecoratorContext) {
    return function (this: unknown, ...given: unknown[]) {
      appendFileSync("times.log", label);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /search → fs.appendFileSync
      return method.call(this, ...given);
    };
  };
}

class Pages {
  @logged
  terms(_req: Request, res: Response) {
    res.send("terms");
  }

  @timed("search")
  search(_req: Request, res: Response) {
    res.send("found");
  }
}

const pages = new Pages();

express()
  .get("/terms", (req, res) => {
    pages.terms(req, res);
  })
  .get("/search", (req, res) => {
    pages.search(req, res);
  });
