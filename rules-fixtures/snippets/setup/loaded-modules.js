// @filename: server.js
const express = require("express");
const { log } = require("./log");

const app = express();

app.get("/stats", (_request, response) => {
  log("stats");
  response.json(require("./stats").read());
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
