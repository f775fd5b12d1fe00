import { readFileSync } from "node:fs";
import express from "express";
import { container } from "tsyringe";

class Glossary {
  term(name: string): string {
    return readFileSync(`${name}.md`, "utf8");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms/:name → term → fs.readFileSync
  }
}

container.register("Glossary", { useClass: Glossary });

const app = express();

app.get("/terms/:name", (req, res) => {
  const glossary: any = container.resolve("Glossary");
  res.send(glossary.term(req.params.name));
});
