import { readFileSync } from "node:fs";
import { createServer } from "node:http";

let template = readFileSync("page.html", "utf8");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup

createServer((_request, response) => {
  if (process.env.NODE_ENV === "development") {
    template = readFileSync("page.html", "utf8");
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  }
  response.end(template);
});
