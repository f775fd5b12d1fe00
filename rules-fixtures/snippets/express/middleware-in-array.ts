import { existsSync } from "node:fs";
import express, { type RequestHandler } from "express";

const maintenance: RequestHandler = (_req, res, next) => {
  if (existsSync("maintenance")) res.sendStatus(503);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → maintenance → fs.existsSync
  else next();
};

const app = express();

app.get("/users", [maintenance], (_req, res) => {
  res.json([]);
});
