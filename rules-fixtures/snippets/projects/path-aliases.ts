// @filename: package.json
{ "name": "shop", "type": "module" }
// @filename: tsconfig.json
{
  // Comments and trailing commas are allowed here.
  "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./src/*"] }, },
  "include": ["src"],
}
// @filename: src/storage/prices.ts
import { readFileSync } from "node:fs";

export function priceOf(article: string): number {
  return Number(readFileSync(`prices/${article}`, "utf8"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /prices/:article → priceOf → fs.readFileSync
}
// @filename: src/app.ts
import { priceOf } from "@/storage/prices";
import express from "express";

const app = express();

app.get("/prices/:article", (req, res) => {
  res.json(priceOf(req.params.article));
});
