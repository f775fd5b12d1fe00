// @filename: database.js
const fs = require("fs");

class Database {
  static async connect(directory) {
    if (!fs.existsSync(directory)) fs.mkdirSync(directory);
//       ^^^^^^^^^^^^^^^^^^^^^^^^ startup
//                                 ^^^^^^^^^^^^^^^^^^^^^^^ startup
  }
}

module.exports = Database;
// @filename: server.js
const { createServer } = require("http");
const Database = require("./database");

async function start() {
  await Database.connect("data");
  createServer((request, response) => response.end("hello")).listen(3000);
}

start().catch((error) => {
  console.error(error);
  process.exit(1);
});
