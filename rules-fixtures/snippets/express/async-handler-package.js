const app = require("express")();
const asyncHandler = require("express-async-handler");
const { readFileSync } = require("fs");

app.get(
  "/terms",
  asyncHandler(async (req, res) => {
    res.send(readFileSync("terms.html", "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
  }),
);
