import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

const names = ["a.css", "b.css"];

createServer((_request, response) => {
  const present = names.filter((name) => existsSync(name));
//                                       ^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.existsSync
  const size = present.reduce((sum, name) => sum + statSync(name).size, 0);
//                                                 ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
  response.end(new Set(names).size + size + Array.from(present, (name) => readFileSync(name, "utf8")).join(""));
//                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
