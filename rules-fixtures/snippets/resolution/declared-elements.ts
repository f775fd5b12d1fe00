import express from "express";
import { readFileSync } from "node:fs";

class Report {
  text(): string {
    return readFileSync("report.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /all → text → fs.readFileSync
  }
}

const reports: Report[] = [];

async function recent(): Promise<readonly Report[]> {
  await Promise.resolve();
  return reports.slice(-10);
}

const app = express();

app.get("/all", (_req, res) => {
  res.json(reports.map((report) => report.text()));
});

app.get("/longest", (_req, res) => {
  res.send(reports.reduce((longest, report) => (report.text().length > longest.length ? report.text() : longest), ""));
});

app.get("/recent", async (_req, res) => {
  const texts: string[] = [];
  for (const report of await recent()) texts.push(report.text());
  res.json(texts);
});

app.get("/first", (_req, res) => {
  res.send(reports[0]?.text());
});
