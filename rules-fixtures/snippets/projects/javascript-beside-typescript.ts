// @filename: tsconfig.json
{ "compilerOptions": { "module": "nodenext" }, "include": ["src/**/*.ts"] }
// @filename: src/legacy.js
const fs = require("fs");

exports.load = (name) => fs.readFileSync(name, "utf8");
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → load → fs.readFileSync
// @filename: src/app.ts
import { createServer } from "node:http";
// @ts-expect-error it has no types
import { load } from "./legacy.js";

createServer((_request, response) => {
  response.end(load("index.html"));
});
