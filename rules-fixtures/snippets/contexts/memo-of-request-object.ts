import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

/** Made for every request: what it keeps is kept for one request. */
class Page {
  #text: string | undefined;

  constructor(private readonly name: string) {}

  text(): string {
    this.#text ??= readFileSync(this.name, "utf8");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → text → fs.readFileSync
    return this.#text;
  }
}

/** Made once. */
class Templates {
  #size: number | undefined;

  size(): number {
    if (this.#size === undefined) this.#size = statSync("layout.html").size;
//                                             ^^^^^^^^^^^^^^^^^^^^^^^ once
    return this.#size;
  }
}

const templates = new Templates();

createServer((request, response) => {
  const page = new Page(request.url ?? "");
  response.end(page.text() + String(templates.size()));
});
