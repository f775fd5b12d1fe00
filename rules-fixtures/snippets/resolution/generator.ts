import { readdirSync } from "node:fs";
import { createServer } from "node:http";

function* names(directory: string): Generator<string> {
  yield* readdirSync(directory);
//       ^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → names → fs.readdirSync
}

createServer((_request, response) => {
  response.end([...names("public")].join("\n"));
});
