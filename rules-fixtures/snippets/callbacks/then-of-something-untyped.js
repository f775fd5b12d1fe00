const { readFileSync } = require("fs");
const { createServer } = require("http");
const templates = require("templates-of-another-team");

createServer((request, response) => {
  templates.load("page").then(() => {
    response.end(readFileSync("page.html"));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  });
});
