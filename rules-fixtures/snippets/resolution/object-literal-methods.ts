import express from "express";
import { readFileSync } from "node:fs";

const pages = {
  home: (): string => readFileSync("home.html", "utf8"),
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET / → home → fs.readFileSync
  about(): string {
    return readFileSync("about.html", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /about → about → fs.readFileSync
  },
};

const app = express();

app.get("/", (_req, res) => {
  res.send(pages.home());
});
app.get("/about", (_req, res) => {
  res.send(pages.about());
});
