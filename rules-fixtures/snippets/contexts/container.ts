// @only: typed nobody knows what a container gives where its declarations are not installed
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { container, injectable, singleton } from "tsyringe";

@singleton()
class Templates {
  readonly layout = readFileSync("layout.html", "utf8");
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

  size(): number {
    return statSync("layout.html").size;
//         ^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → size → fs.statSync
  }
}

@injectable()
class Pages {
  constructor(private readonly templates: Templates) {}

  page(): string {
    return this.templates.layout + String(this.templates.size());
  }
}

createServer((_request, response) => {
  response.end(container.resolve(Pages).page());
});
