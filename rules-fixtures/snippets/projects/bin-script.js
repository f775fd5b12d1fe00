// @filename: package.json
{ "name": "tool", "bin": { "tool": "./cli.js" } }
// @filename: cli.js
#!/usr/bin/env node
const { readFileSync } = require("fs");

async function main() {
  console.log(readFileSync(process.argv[2], "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}

main();
