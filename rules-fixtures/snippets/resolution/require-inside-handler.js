const app = require("express")();

app.post("/deploy", (req, res) => {
  res.send(require("child_process").execSync("git pull"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: POST /deploy → child_process.execSync
});
