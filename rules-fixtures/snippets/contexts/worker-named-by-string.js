// @filename: derive.js
const { pbkdf2Sync } = require("node:crypto");

module.exports = (password) => pbkdf2Sync(password, "salt", 100_000, 64, "sha512");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: render.js
const { readFileSync } = require("node:fs");

module.exports = async (name) => readFileSync(name, "utf8");
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: report.js
const { readFileSync } = require("node:fs");

module.exports = async (name) => readFileSync(name, "utf8");
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ worker
// @filename: resize.js
const { readFileSync } = require("node:fs");

module.exports = async (name) => readFileSync(name);
//                               ^^^^^^^^^^^^^^^^^^ worker
// @filename: server.js
const { Worker } = require("node:worker_threads");
const Piscina = require("piscina");

const DERIVE = "./derive.js";
const options = { filename: __dirname + "/render.js" };
const files = { report: "./report.js" };
const resize = `${__dirname}/resize.js`;

new Worker(DERIVE);
new Piscina(options);
new Worker(files.report);
new Worker(resize);
