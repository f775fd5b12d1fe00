const childProcess = require("node:child_process");
const path = require("node:path");
const { promisify } = require("node:util");

const execFile = promisify(childProcess.execFile);
const TOOL = path.join(__dirname, "../../tools/thumbnail.sh");

function thumbnail(id) {
  return childProcess.execFileSync("sh", [TOOL, id], { encoding: "utf8" });
}

async function preview(id) {
  const { stdout } = await execFile("sh", [TOOL, id]);
  return stdout;
}

module.exports = { preview, thumbnail };
