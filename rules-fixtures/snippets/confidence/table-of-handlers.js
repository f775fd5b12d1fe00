const { createServer } = require("http");
const { readFileSync } = require("fs");

const handlers = {
  "/terms": () => readFileSync("terms.html"),
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io probable: HTTP request → /terms → fs.readFileSync
};

createServer((request, response) => {
  const handler = handlers[request.url];
  response.end(handler ? handler() : "");
});
