import express from "express";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

function loadTerms(callback: (error: Error | null, text?: string) => void): void {
  callback(null, readFileSync("terms.html", "utf8"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → loadTerms → fs.readFileSync
}

const loadTermsAsync = promisify(loadTerms);
const app = express();

app.get("/terms", async (_req, res) => {
  res.send(await loadTermsAsync());
});
