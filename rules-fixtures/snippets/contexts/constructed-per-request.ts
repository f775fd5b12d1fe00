import { readFileSync } from "node:fs";
import { createServer } from "node:http";

class Page {
  readonly text: string;

  constructor(name: string) {
    this.text = readFileSync(name, "utf8");
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → new Page → fs.readFileSync
  }
}

createServer((_request, response) => {
  response.end(new Page("index.html").text);
});
