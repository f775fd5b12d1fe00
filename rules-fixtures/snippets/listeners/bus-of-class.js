const { EventEmitter } = require("node:events");
const fs = require("node:fs");
const express = require("express");

class Importer {
  constructor() {
    this.events = new EventEmitter();
    this.events.on("imported", () => {
      fs.appendFileSync("imports.log", "imported\n");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /imports → run → fs.appendFileSync
    });
    this.events.on("ready-to-import", () => {
      fs.readFileSync("imports.json");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ startup
    });
    this.events.emit("ready-to-import");
  }

  run() {
    this.events.emit("imported");
  }
}

const importer = new Importer();

express().post("/imports", (req, res) => {
  importer.run();
  res.end();
});
