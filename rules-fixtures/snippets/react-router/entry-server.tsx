// @filename: app/entry.server.tsx
import { appendFileSync, readFileSync } from "node:fs";
import type { EntryContext } from "react-router";

export default function handleRequest(request: Request, status: number, headers: Headers, _context: EntryContext) {
  return new Response(readFileSync("index.html", "utf8"), { status, headers });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → handleRequest → fs.readFileSync
}

export function handleError(error: unknown) {
  appendFileSync("errors.log", String(error));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: error handler → handleError → fs.appendFileSync
}
// @filename: app/root.tsx
import { readFileSync } from "node:fs";

export function loader() {
  return readFileSync("user.json", "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: root loader → loader → fs.readFileSync
}

export const middleware = [
  async (_arguments: unknown, next: () => Promise<Response>) => {
    readFileSync("session.json");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: root middleware → fs.readFileSync
    return next();
  },
];
