// @filename: store.ts
export interface Store {
  save(text: string): void;
}
// @filename: file-store.ts
import { writeFileSync } from "node:fs";
import type { Store } from "./store";

export class FileStore implements Store {
  save(text: string): void {
    writeFileSync("data/store", text);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: POST /notes → save → fs.writeFileSync
  }
}
// @filename: app.ts
import express from "express";
import { FileStore } from "./file-store";
import type { Store } from "./store";

const store: Store = new FileStore();
const app = express();

app.post("/notes", (_req, res) => {
  store.save("hello");
  res.sendStatus(204);
});
