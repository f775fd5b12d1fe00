// @filename: pages.ts
import { readFileSync } from "node:fs";

class Pages {
  read(name: string): string {
    return readFileSync(name, "utf8");
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → read → fs.readFileSync
  }
}

export default new Pages();
// @filename: app.ts
import { createServer } from "node:http";
import pages from "./pages";

createServer((_request, response) => {
  response.end(pages.read("index.html"));
});
