import express from "express";
import { readFileSync } from "node:fs";

class Release {
  describe(): string {
    return `Release ${this.#read()}`;
  }

  #read(): string {
    return readFileSync("VERSION", "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /version → describe → #read → fs.readFileSync
  }
}

const release = new Release();
const app = express();

app.get("/version", (_req, res) => {
  res.send(release.describe());
});
