// @filename: tasks/build.js
const { readFileSync } = require("node:fs");

exports.command = "build <name>";
exports.builder = (options) => options.default("name", readFileSync("name.txt", "utf8"));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
exports.handler = async ({ name }) => {
  console.log(readFileSync(name, "utf8"));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^ script
};
// @filename: tasks/publish.js
const { readFileSync } = require("node:fs");

module.exports = {
  command: "publish",
  async handler() {
    console.log(readFileSync("package.json", "utf8"));
    //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
  },
};
// @filename: commands/deploy.mjs
import { readFileSync } from "node:fs";

export const command = "deploy";

export async function handler() {
  console.log(readFileSync("deploy.json", "utf8"));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
// @filename: main.js
const yargs = require("yargs");

yargs.command(require("./tasks/build")).command(require("./tasks/publish")).commandDir("commands").parse();
