// @filename: server.js
const { execSync } = require("child_process");

class Server {
  static getInstance() {
    return (Server.instance ??= new Server());
  }

  restart() {
    execSync("systemctl restart app");
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: HTTP request → restart → child_process.execSync
  }
}

module.exports = { Server };
// @filename: app.js
const { createServer } = require("http");
const { Server } = require("./server");

const server = Server.getInstance();

createServer((request, response) => {
  server.restart();
  response.end();
});
