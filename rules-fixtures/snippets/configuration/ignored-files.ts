// @filename: loopguard.config.json
{ "ignore": ["generated/"] }
// @filename: generated/client.ts
import { readFileSync } from "node:fs";

export function schema(): string {
  return readFileSync("schema.json", "utf8");
}
// @filename: generated/routes.ts
import { createServer } from "node:http";
import { schema } from "./client";
import { page } from "../page";

createServer((request, response) => {
  response.end(request.url === "/schema" ? schema() : page());
});
// @filename: page.ts
import { readFileSync } from "node:fs";

export function page(): string {
  return readFileSync("index.html", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
}
