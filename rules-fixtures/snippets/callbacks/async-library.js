const async = require("async");
const { readFileSync } = require("fs");
const { createServer } = require("http");

const thumbnails = async.queue((name, done) => {
  readFileSync(name);
//^^^^^^^^^^^^^^^^^^ no-sync-io definite: async.queue worker → fs.readFileSync
  done();
}, 2);

createServer((request, response) => {
  thumbnails.push("photo.jpg");
  async.map(["head.html", "body.html"], (name, done) => done(null, readFileSync(name)), (error, parts) => {
//                                                                 ^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → fs.readFileSync
    response.end(parts.join(""));
  });
});
