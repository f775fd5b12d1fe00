import { readFileSync } from "node:fs";
import { createServer } from "node:http";

function layout(): string {
  return readFileSync("layout.html", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → layout → fs.readFileSync
}

console.log(layout().length);

createServer((_request, response) => {
  response.end(layout());
});
