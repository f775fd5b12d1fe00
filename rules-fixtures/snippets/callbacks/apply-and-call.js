const fs = require("fs");
const { createServer } = require("http");

function page(name) {
  return fs.readFileSync(`${this.directory}/${name}`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → page → fs.readFileSync
}

createServer((request, response) => {
  response.write(page.call({ directory: "pages" }, "head.html"));
  response.end(page.apply({ directory: "pages" }, ["body.html"]));
});
