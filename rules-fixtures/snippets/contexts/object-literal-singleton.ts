import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

const templates = {
  text: undefined as string | undefined,
  layout(): string {
    this.text ??= readFileSync("layout.html", "utf8");
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
    return this.text;
  },
};

function visitorOf(name: string) {
  return {
    bytes: undefined as number | undefined,
    size(): number {
      this.bytes ??= statSync(name).size;
//                   ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → size → fs.statSync
      return this.bytes;
    },
  };
}

createServer((request, response) => {
  response.end(templates.layout() + String(visitorOf(request.url ?? "").size()));
});
