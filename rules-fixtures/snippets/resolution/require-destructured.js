const { Router } = require("express");
const { readFileSync: read, promises } = require("fs");

const router = Router();

router.get("/terms", async (req, res) => {
  await promises.access("terms.html");
  res.send(read("terms.html", "utf8"));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /terms → fs.readFileSync
});

module.exports = router;
