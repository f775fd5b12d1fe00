// @filename: render.js
const { readFileSync } = require("fs");

// Nothing in this file says that it is a worker: only who starts it does.
module.exports = function render(name) {
  return readFileSync(name, "utf8");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
};
// @filename: app.js
const path = require("path");
const { createServer } = require("http");
const { Piscina } = require("piscina");

const pool = new Piscina({ filename: path.resolve(__dirname, "render.js") });

createServer(async (request, response) => {
  response.end(await pool.run("page.html"));
});
