/** A small server whose handler waits for a call in another file. */
export const HANDLER = `import { createServer } from "node:http";
import { page } from "./pages.js";

createServer((request, response) => {
  response.end(page(request.url));
}).listen(8080);
`;

export const BLOCKING = `import { readFileSync } from "node:fs";

export function page(name) {
  return readFileSync(name, "utf8");
}
`;

export const NOT_BLOCKING = `import { readFile } from "node:fs/promises";

export function page(name) {
  return readFile(name, "utf8");
}
`;

export const SERVER = { "server.js": HANDLER, "pages.js": BLOCKING };
