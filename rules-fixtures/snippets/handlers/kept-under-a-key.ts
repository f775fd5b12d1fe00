// What is kept under a key is found by a key, and not by each name that a member of the table has.
import { readFileSync } from "node:fs";
import express from "express";

type Check = (path: string) => unknown;

const checks: Record<string, Check> & { readonly label?: Check } = {};

export function check(name: string, run: Check): void {
  checks[name] = run;
}

check("file", (path) => readFileSync(path));
//                      ^^^^^^^^^^^^^^^^^^ no-sync-io probable: POST /checks → fs.readFileSync

const app = express();
app.post("/checks", (request, response) => {
  response.json(checks["file"]?.(String(request.query["path"])));
});
app.get("/label", (_request, response) => {
  const { label } = checks;
  response.json(label?.("label"));
});
