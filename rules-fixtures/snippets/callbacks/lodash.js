const { readFileSync } = require("fs");
const { createServer } = require("http");
const _ = require("lodash");
const { map } = require("lodash");

createServer((request, response) => {
  const pages = _.mapValues({ home: "home.html" }, (name) => readFileSync(name, "utf8"));
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
  response.end(pages.home + map(["foot.html"], (name) => readFileSync(name, "utf8")));
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
});
