const app = require("express")();
const execSync = require("child_process").execSync;

app.post("/deploy", (req, res) => {
  res.send(execSync("git pull"));
//         ^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /deploy → child_process.execSync
});
