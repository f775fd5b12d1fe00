// @filename: a.ts
import { b } from "./b";

export function a(depth: number): string {
  return depth === 0 ? "" : b(depth - 1);
}
// @filename: b.ts
import { readFileSync } from "node:fs";
import { a } from "./a";

export function b(depth: number): string {
  return readFileSync("b.txt", "utf8") + a(depth);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → a → b → fs.readFileSync
}
// @filename: app.ts
import { createServer } from "node:http";
import { a } from "./a";

createServer((_request, response) => {
  response.end(a(3));
});
