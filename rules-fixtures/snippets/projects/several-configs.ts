// @filename: tsconfig.json
{ "compilerOptions": { "module": "nodenext" }, "include": ["server"] }
// @filename: tsconfig.test.json
{ "extends": "./tsconfig.json", "include": ["test"] }
// @filename: server/app.ts
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

export const server = createServer((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
// @filename: test/app.test.ts
import { readFileSync } from "node:fs";
import { server } from "../server/app.js";

server.listen(0);
console.log(readFileSync("expected.html", "utf8"));
