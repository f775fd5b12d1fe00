const { readFileSync } = require("node:fs");
const express = require("express");

const router = express.Router();
const terms = router.route("/terms");

terms.get((req, res) => res.send(readFileSync("terms.html", "utf8")));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /legal/terms → fs.readFileSync

express().use("/legal", router);
