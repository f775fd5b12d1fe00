const { readFileSync, statSync } = require("fs");
const http = require("http");

function lazily(compute) {
  let value;
  return () => {
    if (value === undefined) value = compute();
    return value;
  };
}

const layout = lazily(() => readFileSync("layout.html", "utf8"));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ once

http.createServer((request, response) => {
  let cached;
  const size = () => (cached ??= statSync(request.url).size);
//                               ^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → size → fs.statSync
  response.end(layout() + String(size() + size()));
});
