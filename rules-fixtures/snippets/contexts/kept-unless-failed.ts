import { readFileSync } from "node:fs";
import express from "express";

const app = express();
let settings: Promise<string> | undefined;
let terms: string | undefined;
let isReading = false;

/** What has failed is tried again, which does not make it happen for each request. */
function loadSettings(): Promise<string> {
  if (!settings) {
    const defaults = readFileSync("defaults.json", "utf8");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    settings = fetch(defaults)
      .then((response) => response.text())
      .catch((error: unknown) => {
        settings = undefined;
        throw error;
      });
  }
  return settings;
}

function loadTerms(): string {
  try {
    if (terms === undefined) terms = readFileSync("terms.txt", "utf8");
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    return terms.trim();
  } catch {
    terms = undefined;
    return "";
  }
}

function readUnlessReading(): string {
  if (isReading) return "";
  isReading = true;
  try {
    return readFileSync("news.txt", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /news → readUnlessReading → fs.readFileSync
  } finally {
    isReading = false;
  }
}

app.get("/settings", async (_request, response) => {
  response.send(await loadSettings());
});
app.get("/terms", (_request, response) => {
  response.send(loadTerms());
});
app.get("/news", (_request, response) => {
  response.send(readUnlessReading());
});
