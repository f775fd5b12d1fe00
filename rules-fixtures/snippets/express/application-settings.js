import { readFileSync } from "node:fs";
import express from "express";

class Quotes {
  daily() {
    return readFileSync("quotes.txt", "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /quote → daily → fs.readFileSync
  }
}

const app = express();

app.set("quotes", new Quotes());

app.get("/quote", (req, res) => {
  res.send(req.app.get("quotes").daily());
});
