// @filename: static/timeline.js
const { parse } = require("csv-parse/sync");

const socket = require("./socket");

socket.on("rows", (text) => {
  document.title = String(parse(text).length);
//                        ^^^^^^^^^^^ worker
});
// @filename: static/notes.js
const { parse } = require("csv-parse/sync");
const { io } = require("socket.io-client");

const socket = io("https://notes.example");

socket.on("rows", (text) => {
  document.title = String(parse(text).length);
//                        ^^^^^^^^^^^ worker
});
// @filename: static/socket.js
const { EventEmitter } = require("node:events");

module.exports = new EventEmitter();
// @filename: server/static/files.js
const { readFileSync } = require("node:fs");
const express = require("express");

express().get("/static/:name", (request, response) => {
  response.send(readFileSync(request.params.name));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /static/:name → fs.readFileSync
});
