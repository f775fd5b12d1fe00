import { readFileSync } from "node:fs";
import express, { Router, type Request, type Response } from "express";

interface RouteOptions {
  method: "get" | "post";
  path: string;
  handler(req: Request, res: Response): void;
}

abstract class Controller {
  readonly router = Router();

  route(options: RouteOptions) {
    this.router[options.method](options.path, options.handler.bind(this));
  }

  handle(req: Request, res: Response) {
    res.send(this.render(req));
  }

  abstract render(req: Request): string;
}

class Terms extends Controller {
  constructor() {
    super();
    this.route({ method: "get", path: "/terms", handler: this.show });
    this.router.get("/rendered", (req, res) => this.handle(req, res));
  }

  show(_req: Request, res: Response) {
    res.send(readFileSync("terms.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → show → fs.readFileSync
  }

  override render() {
    return readFileSync("page.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: GET /legal/rendered → handle → render → fs.readFileSync
  }
}

const app = express();

app.use("/legal", new Terms().router);
