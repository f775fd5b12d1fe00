const app = require("express")();
const fs = require("fs");

class Pages {
  constructor() {
    this.show = this.show.bind(this);
  }

  show(req, res) {
    res.send(fs.readFileSync(`pages/${req.path}`, "utf8"));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-sync-io definite: GET /pages → show → fs.readFileSync
  }
}

const pages = new Pages();
app.get("/pages", pages.show);
