// @only: untyped because the package is not installed here
import { readFileSync } from "node:fs";
import { createRequestHandler } from "@react-router/express";
import express from "express";

const app = express();
app.use(
  createRequestHandler({
    build: () => import("./build/server/index.js"),
    getLoadContext: () => ({ features: readFileSync("features.json", "utf8") }),
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: load context → getLoadContext → fs.readFileSync
  }),
);
