// @filename: package.json
{ "name": "guestbook", "type": "module", "dependencies": { "express": "^5.0.0" } }
// @filename: server/entries.js
import { appendFileSync, readFileSync } from "node:fs";

const FILE = new URL("./entries.txt", import.meta.url);

export const readEntries = () => readFileSync(FILE, "utf8").split("\n");
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /entries → readEntries → fs.readFileSync

export function addEntry(text) {
  appendFileSync(FILE, `${text}\n`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /entries → addEntry → fs.appendFileSync
}
// @filename: server/index.js
import express from "express";
import { addEntry, readEntries } from "./entries.js";

const app = express();

app.get("/entries", (req, res) => {
  res.json(readEntries());
});
app.post("/entries", (req, res) => {
  addEntry(String(req.query.text));
  res.sendStatus(201);
});
app.listen(3000);
