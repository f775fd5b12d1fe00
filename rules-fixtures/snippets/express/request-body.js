const app = require("express")();
const { appendFileSync } = require("fs");

app.put("/upload", (req, res) => {
  req.on("data", (chunk) => {
    appendFileSync("upload", chunk);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: "data" listener → fs.appendFileSync
  });
  req.on("end", () => res.sendStatus(204));
});
