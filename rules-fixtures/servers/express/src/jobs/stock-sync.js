const { execSync } = require("node:child_process");

function sync() {
  execSync("sleep 0.15");
  console.log("stock synchronised");
}

exports.start = (every) => {
  setInterval(sync, every).unref();
};
