// @filename: child.js
const { execSync } = require("child_process");

process.on("message", (command) => {
  process.send(execSync(command).toString());
//             ^^^^^^^^^^^^^^^^^ worker
});
// @filename: app.js
const { fork } = require("child_process");

const child = fork("./child.js");
setInterval(() => child.send("uptime"), 1000);
