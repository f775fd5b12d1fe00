// @filename: tsconfig.base.json
{ "compilerOptions": { "module": "nodenext", "strict": true, "paths": { "#disk": ["./src/disk.ts"] } } }
// @filename: tsconfig.json
{ "extends": "./tsconfig.base.json", "files": ["src/app.ts"] }
// @filename: src/disk.ts
import { statSync } from "node:fs";

export const sizeOf = (file: string): number => statSync(file).size;
//                                              ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → sizeOf → fs.statSync
// @filename: src/app.ts
import { createServer } from "node:http";
import { sizeOf } from "#disk";

createServer((_request, response) => {
  response.end(String(sizeOf("data.db")));
});
