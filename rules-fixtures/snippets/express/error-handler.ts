import { appendFileSync } from "node:fs";
import express, { type ErrorRequestHandler } from "express";

const logErrors: ErrorRequestHandler = (error, _req, res, _next) => {
  appendFileSync("errors.log", String(error));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: middleware → logErrors → fs.appendFileSync
  res.sendStatus(500);
};

express().use(logErrors);
