import express from "express";
import { writeFileSync } from "node:fs";

class Store {
  save(name: string, text: string): void {
    writeFileSync(`data/${name}`, text);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /notes → add → save → fs.writeFileSync
  }
}

class NoteStore extends Store {
  add(text: string): void {
    this.save(`${text.length}.txt`, text);
  }
}

const notes = new NoteStore();
const app = express();

app.post("/notes", (_req, res) => {
  notes.add("hello");
  res.sendStatus(204);
});
