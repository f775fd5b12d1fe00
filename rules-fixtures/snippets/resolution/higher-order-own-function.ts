import express, { type RequestHandler } from "express";
import { readFileSync } from "node:fs";

function catchErrors(handler: RequestHandler): RequestHandler {
  return async (req, res, next) => {
    try {
      await handler(req, res, next);
    } catch (error) {
      next(error);
    }
  };
}

const app = express();

app.get(
  "/terms",
  catchErrors((_req, res) => {
    res.send(readFileSync("terms.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  }),
);
