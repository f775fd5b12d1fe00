import { readFileSync } from "node:fs";
import { createServer } from "node:http";

async function load(): Promise<string> {
  return readFileSync("index.html", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → load → fs.readFileSync
}

createServer(async (_request, response) => {
  const [text] = await Promise.all([load()]);
  response.end(text);
});
