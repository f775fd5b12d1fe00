// @filename: scripts/copy.ts
import { copyFileSync, watch } from "node:fs";

watch("src", () => {
  copyFileSync("src/schema.graphql", "dist/schema.graphql");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
});

setInterval(() => {
  copyFileSync("src/help.txt", "dist/help.txt");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}, 1000);
// @filename: bin/serve.ts
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

createServer((_request, response) => {
  response.end(readFileSync("index.html"));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
