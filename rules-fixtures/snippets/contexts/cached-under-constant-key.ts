import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

const cache = new Map<string, string>();
const sizes: Record<string, number> = {};
const LAYOUT = "layout.html";

function layout(): string {
  if (!cache.has(LAYOUT)) cache.set(LAYOUT, readFileSync(LAYOUT, "utf8"));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once
  return cache.get(LAYOUT) ?? "";
}

function page(name: string): string {
  if (!cache.has(name)) cache.set(name, readFileSync(name, "utf8"));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
  return cache.get(name) ?? "";
}

function size(name: string): number {
  sizes["layout"] ??= statSync(LAYOUT).size;
//                    ^^^^^^^^^^^^^^^^ once
  return (sizes[name] ??= statSync(name).size);
//                        ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → size → fs.statSync
}

createServer((request, response) => {
  response.end(layout() + page(request.url ?? "") + String(size(request.url ?? "")));
});
