const { readFileSync, statSync } = require("node:fs");
const express = require("express");

function Store(directory) {
  this.directory = directory;
}

Object.assign(Store.prototype, {
  read(name) {
    return readFileSync(`${this.directory}/${name}`);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /:name → read → fs.readFileSync
  },
});

const sizes = Object.assign({}, {
  of(name) {
    return statSync(name).size;
//         ^^^^^^^^^^^^^^ no-sync-io definite: GET /:name → of → fs.statSync
  },
});

const store = new Store("data");

express().get("/:name", (req, res) => {
  res.json({ size: sizes.of(req.params.name), content: store.read(req.params.name) });
});
