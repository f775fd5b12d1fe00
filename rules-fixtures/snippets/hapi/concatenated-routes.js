// @filename: server.js
const Hapi = require("@hapi/hapi");

const server = Hapi.server({ port: 3000 });

server.route([].concat(require("./users"), require("./posts")));
server.start();

// @filename: users.js
const fs = require("node:fs");

module.exports = [{ method: "GET", path: "/users", handler: () => fs.readFileSync("users.json") }];
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /users → handler → fs.readFileSync

// @filename: posts.js
const fs = require("node:fs");

module.exports = [
  {
    method: "POST",
    path: "/posts",
    config: { handler: (request, h) => h.response(fs.readFileSync("post.json")).code(201) },
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /posts → handler → fs.readFileSync
  },
];
