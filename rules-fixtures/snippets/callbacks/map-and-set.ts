import { statSync } from "node:fs";
import { createServer } from "node:http";

const files = new Map([["a", "a.txt"]]);
const names = new Set(["b.txt"]);

createServer((_request, response) => {
  files.forEach((file) => {
    response.write(String(statSync(file).size));
//                        ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
  });
  names.forEach((file) => {
    response.write(String(statSync(file).size));
//                        ^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
  });
  response.end([..."ab"].sort((a, b) => statSync(a).size - statSync(b).size).join());
//                                      ^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
//                                                         ^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.statSync
});
