// @filename: scripts/migrate.ts
import { readFileSync } from "node:fs";

console.log(readFileSync("schema.sql", "utf8"));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
// @filename: app.ts
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end();
});
