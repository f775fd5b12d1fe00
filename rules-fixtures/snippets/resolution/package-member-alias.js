const app = require("express")();
const commandExistsSync = require("command-exists").sync;

app.get("/browsers", (req, res) => {
  res.json({ chrome: commandExistsSync("google-chrome") });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /browsers → command-exists.sync
});
