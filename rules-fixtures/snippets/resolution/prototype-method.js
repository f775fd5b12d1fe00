const { createServer } = require("http");
const { readFileSync } = require("fs");

function Pages(directory) {
  this.directory = directory;
}

Pages.prototype.read = function (name) {
  return readFileSync(`${this.directory}/${name}`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → read → fs.readFileSync
};

const pages = new Pages("pages");

createServer((request, response) => {
  response.end(pages.read("index.html"));
});
