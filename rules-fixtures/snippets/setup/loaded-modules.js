// @filename: server.js
const express = require("express");
const { log } = require("./log");

const app = express();

app.get("/stats", (_request, response) => {
  log("stats");
  response.json(require("./stats").read());
});

app.get("/bus", (_request, response) => {
  bus().emit("asked");
  response.sendStatus(204);
});

/** The first to ask for it does so before anybody is served. */
function bus() {
  return require("./bus");
}

bus().on("asked", () => log("asked"));

for (const name of ["daily", "weekly"]) require(`./jobs/${name}`).schedule();

app.get("/run", (_request, response) => {
  require("./jobs/daily").run();
  response.sendStatus(204);
});

app.get("/version", (_request, response) => {
  response.send(require("../package.json").version);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-setup-in-handler probable: GET /version → require
});

app.get("/report", (_request, response) => {
  const { draw } = require("pdfkit");
//                 ^^^^^^^^^^^^^^^^^ no-setup-in-handler probable: GET /report → require
  response.send(draw(require("express")));
});

// @filename: log.js
const { count } = require("./stats.js");

exports.log = (line) => {
  count();
  console.log(line);
};

// @filename: stats.js
let lines = 0;

exports.count = () => (lines += 1);
exports.read = () => ({ lines });

// @filename: bus.js
module.exports = new (require("node:events"))();

// @filename: jobs/daily.js
exports.schedule = () => {};
exports.run = () => {};

// @filename: jobs/weekly.js
exports.schedule = () => {};
