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
// @filename: tasks/check.mjs
import { readFileSync } from "node:fs";

export const command = "check";

export function handler() {
  console.log(readFileSync("check.json", "utf8"));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ script
}
// @filename: tool.mjs
import yargs from "yargs";
import * as check from "./tasks/check.mjs";

yargs(process.argv.slice(2)).command(check).parse();
