import express from "express";
import { readFileSync } from "node:fs";

class Release {
  get version(): string {
    return readFileSync("VERSION", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /version → version → fs.readFileSync
  }
}

const release = new Release();
const app = express();

app.get("/version", (_req, res) => {
  res.send(release.version);
});
