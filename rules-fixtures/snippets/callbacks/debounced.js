const debounce = require("lodash.debounce");
const { writeFileSync } = require("fs");
const { createServer } = require("http");

const save = debounce(() => {
  writeFileSync("state.json", "{}");
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.writeFileSync
}, 1000);

createServer((request, response) => {
  save();
  response.end();
});
