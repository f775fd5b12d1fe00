import { readFileSync, statSync, existsSync } from "node:fs";
import { createServer } from "node:http";

class Page {
  static readonly layout = readFileSync("layout.html", "utf8");
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  static readonly hasFooter: boolean;

  readonly size = statSync("page.html").size;
//                ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → new Page → fs.statSync

  static {
    Page.hasFooter = existsSync("footer.html");
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^ startup
  }
}

createServer((_request, response) => {
  response.end(Page.layout + String(new Page().size));
});
