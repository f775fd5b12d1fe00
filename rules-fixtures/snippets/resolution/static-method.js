// @filename: docker.js
const fs = require("fs");

class Docker {
  static certificates(host) {
    return fs.readFileSync(`certs/${host}.pem`);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /docker → certificates → fs.readFileSync
  }
}

module.exports = { Docker };
// @filename: app.js
const app = require("express")();
const { Docker } = require("./docker");

app.get("/docker", (req, res) => {
  res.send(Docker.certificates(req.query.host));
});
