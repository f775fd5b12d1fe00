// @filename: package.json
{ "name": "shop", "bin": { "shop": "./cli.js" }, "scripts": { "import": "node --max-old-space-size=4096 ops/import.js --all", "start": "node server.js" } }
// @filename: cli.js
#!/usr/bin/env node
const { readFileSync } = require("fs");

async function main() {
  await null;
  console.log(readFileSync("settings.json", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}

main();
// @filename: ops/import.js
const { readFileSync } = require("fs");

setTimeout(() => {
  console.log(readFileSync("data.csv", "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}, 10);
// @filename: server.js
const { readFileSync } = require("fs");
const http = require("http");

http.createServer((request, response) => response.end(readFileSync("page.html"))).listen(80);
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
