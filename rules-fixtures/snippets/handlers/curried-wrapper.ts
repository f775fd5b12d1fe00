import { readFileSync } from "node:fs";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";

const app = express();

const withRole =
  (role: string) =>
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) => {
    if (req.get("role") === role) handler(req, res, next);
  };

const validated = (schema: object) => (options: { strict: boolean }) => (handler: RequestHandler) =>
  async function (req: Request, res: Response, next: NextFunction) {
    await handler(req, res, next);
  };

function limited(perMinute: number) {
  return wrap;

  function wrap(handler: RequestHandler): RequestHandler {
    return (req, res, next) => {
      if (perMinute > 0) handler(req, res, next);
    };
  }
}

app.get(
  "/roles",
  withRole("admin")((_req, res) => {
    res.send(readFileSync("roles.json", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /roles → fs.readFileSync
  }),
);
app.post(
  "/orders",
  validated({})({ strict: true })(async (_req, res) => {
    res.send(readFileSync("orders.json", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /orders → fs.readFileSync
  }),
);
app.get(
  "/prices",
  limited(60)((_req, res) => {
    res.send(readFileSync("prices.json", "utf8"));
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /prices → fs.readFileSync
  }),
);
