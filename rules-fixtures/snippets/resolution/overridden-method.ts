import express from "express";
import { writeFileSync } from "node:fs";

abstract class Store {
  abstract save(text: string): void;
}

class FileStore extends Store {
  override save(text: string): void {
    writeFileSync("data/store", text);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: POST /notes → save → fs.writeFileSync
  }
}

function choose(): Store {
  return new FileStore();
}

const app = express();
const store = choose();

app.post("/notes", (_req, res) => {
  store.save("hello");
  res.sendStatus(204);
});
