import { readdirSync } from "node:fs";
import { createServer } from "node:http";

function list(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → list → fs.readdirSync
    entry.isDirectory() ? list(`${directory}/${entry.name}`) : [entry.name],
  );
}

createServer((_request, response) => {
  response.end(list("public").join("\n"));
});
