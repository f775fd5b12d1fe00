// @valid
// As a command of yargs has it.
const { readFileSync } = require("node:fs");

exports.command = "show";
exports.handler = ({ name }) => {
  console.log(readFileSync(name, "utf8"));
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown
};
