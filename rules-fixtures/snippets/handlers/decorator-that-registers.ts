import { readFileSync } from "node:fs";
import express, { type Request, type Response } from "express";

const app = express();

function Get(path: string) {
  return (target: any, name: string, descriptor: PropertyDescriptor) => {
    app.get(path, descriptor.value);
  };
}

function Post(path: string) {
  return (target: any, name: string) => {
    app.post(path, (req, res) => target[name](req, res));
  };
}

export class Pages {
  @Get("/terms")
  terms(_req: Request, res: Response) {
    res.send(readFileSync("terms.html", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → terms → fs.readFileSync
  }

  @Post("/search")
  search(_req: Request, res: Response) {
    res.send(readFileSync("index.json", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: POST /search → search → fs.readFileSync
  }
}
