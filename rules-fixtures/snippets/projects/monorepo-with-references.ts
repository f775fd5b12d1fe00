// @filename: package.json
{ "name": "monorepo", "private": true, "workspaces": ["packages/*"] }
// @filename: tsconfig.json
{ "files": [], "references": [{ "path": "packages/storage" }, { "path": "packages/api" }] }
// @filename: packages/storage/package.json
{ "name": "@shop/storage", "version": "1.0.0", "type": "module", "exports": "./dist/index.js", "types": "./dist/index.d.ts" }
// @filename: packages/storage/tsconfig.json
{ "compilerOptions": { "composite": true, "module": "nodenext", "rootDir": "src", "outDir": "dist" }, "include": ["src"] }
// @filename: packages/storage/src/index.ts
import { readFileSync } from "node:fs";

export function load(name: string): string {
  return readFileSync(`data/${name}.json`, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /orders → load → fs.readFileSync
}
// @filename: packages/api/package.json
{ "name": "@shop/api", "type": "module", "dependencies": { "@shop/storage": "1.0.0", "express": "^5.0.0" } }
// @filename: packages/api/tsconfig.json
{
  "compilerOptions": { "composite": true, "module": "nodenext", "rootDir": "src", "outDir": "dist" },
  "include": ["src"],
  "references": [{ "path": "../storage" }]
}
// @filename: packages/api/src/app.ts
import { load } from "@shop/storage";
import express from "express";

const app = express();

app.get("/orders", (_req, res) => {
  res.send(load("orders"));
});
