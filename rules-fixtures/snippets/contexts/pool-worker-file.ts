// @filename: render.ts
import { readFileSync } from "node:fs";

export default function render({ name }: { name: string }): string {
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
}

export function preview(name: string): string {
  return readFileSync(`${name}.preview`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → preview → fs.readFileSync
}
// @filename: server.ts
import { createServer } from "node:http";
import path from "node:path";
import { Piscina } from "piscina";
import { preview } from "./render";

const pool = new Piscina({ filename: path.resolve(__dirname, "render.js") });

createServer(async (request, response) => {
  if (request.headers["x-preview"]) response.end(preview(request.url ?? ""));
  else response.end(String(await pool.run({ name: request.url })));
});
