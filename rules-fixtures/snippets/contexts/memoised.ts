import { readFileSync } from "node:fs";
import { createServer } from "node:http";

let layout: string | undefined;

function getLayout(): string {
  layout ??= readFileSync("layout.html", "utf8");
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return layout;
}

createServer((_request, response) => {
  response.end(getLayout());
});
