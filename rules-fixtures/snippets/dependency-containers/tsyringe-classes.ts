import { readFileSync } from "node:fs";
import express from "express";
import { container, injectable, singleton } from "tsyringe";

@injectable()
class Report {
  readonly template: string;

  constructor() {
    this.template = readFileSync("report.html", "utf8");
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /report → new Report → fs.readFileSync
  }
}

@singleton()
class Settings {
  readonly text: string;

  constructor() {
    this.text = readFileSync("settings.json", "utf8");
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }
}

const app = express();

app.get("/report", (_req, res) => {
  res.send(container.resolve(Report).template + container.resolve(Settings).text);
});
