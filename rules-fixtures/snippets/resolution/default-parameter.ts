import express from "express";
import { readFileSync } from "node:fs";

function render(template = readFileSync("page.html", "utf8")): string {
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → render → fs.readFileSync
  return template.trim();
}

const app = express();

app.get("/", (_req, res) => {
  res.send(render());
});
