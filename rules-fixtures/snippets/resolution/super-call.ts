import express from "express";
import { writeFileSync } from "node:fs";

class Store {
  save(text: string): void {
    writeFileSync("data/store", text);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /notes → save → save → fs.writeFileSync
  }
}

class NoteStore extends Store {
  override save(text: string): void {
    super.save(text.trim());
  }
}

const notes = new NoteStore();
const app = express();

app.post("/notes", (_req, res) => {
  notes.save("hello");
  res.sendStatus(204);
});
