// @only: typed because nobody can tell what a member of an application without types is
import { readFileSync } from "node:fs";
import express from "express";

class Almanac {
  weekly() {
    return readFileSync("weekly.txt", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /weekly → weekly → fs.readFileSync
  }
}

function imprint() {
  return readFileSync("imprint.html", "utf8");
  //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /imprint → imprint → fs.readFileSync
}

const app = express();

app.locals.almanac = new Almanac();
app.locals.imprint = imprint;

app.get("/weekly", (_req, res) => {
  res.send(app.locals.almanac.weekly());
});
app.get("/imprint", (req, res) => {
  res.send(req.app.locals.imprint());
});
